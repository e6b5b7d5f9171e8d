"""Which releases brought what `from __future__ import` asks for.

The compiler reads such imports itself; these are the objects that they bind.
https://docs.python.org/3/library/__future__.html
"""

__all__ = ['all_feature_names']


class _Feature:
    """A change of the language: optional first, then perhaps mandatory."""

    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        """The first release that accepted the import."""
        return self.optional

    def getMandatoryRelease(self):
        """The release that needs the import no more; None if there is none."""
        return self.mandatory

    def __repr__(self):
        return f'_Feature{(self.optional, self.mandatory, self.compiler_flag)!r}'


def _release(major, minor, micro, level='alpha', serial=0):
    return (major, minor, micro, level, serial)


nested_scopes = _Feature(_release(2, 1, 0, 'beta', 1), _release(2, 2, 0), 0x10)
generators = _Feature(_release(2, 2, 0, 'alpha', 1), _release(2, 3, 0, 'final'), 0)
division = _Feature(_release(2, 2, 0, 'alpha', 2), _release(3, 0, 0), 0x20000)
absolute_import = _Feature(_release(2, 5, 0, 'alpha', 1), _release(3, 0, 0), 0x40000)
with_statement = _Feature(_release(2, 5, 0, 'alpha', 1), _release(2, 6, 0), 0x80000)
print_function = _Feature(_release(2, 6, 0, 'alpha', 2), _release(3, 0, 0), 0x100000)
unicode_literals = _Feature(_release(2, 6, 0, 'alpha', 2), _release(3, 0, 0), 0x200000)
barry_as_FLUFL = _Feature(_release(3, 1, 0, 'alpha', 2), _release(4, 0, 0), 0x400000)
generator_stop = _Feature(_release(3, 5, 0, 'beta', 1), _release(3, 7, 0), 0x800000)
annotations = _Feature(_release(3, 7, 0, 'beta', 1), None, 0x1000000)

all_feature_names = [
    'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement',
    'print_function', 'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations']
__all__ += all_feature_names
