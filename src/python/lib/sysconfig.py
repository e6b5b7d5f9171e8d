"""Facts of the installation. Nothing is installed, so there are few."""

__all__ = ['get_config_var', 'get_config_vars', 'get_path', 'get_path_names',
           'get_paths', 'get_platform', 'get_python_version',
           'get_scheme_names', 'is_python_build']

import sys

_VARS = {'prefix': sys.prefix, 'exec_prefix': sys.prefix,
         'py_version_short': '%d.%d' % sys.version_info[:2], 'EXT_SUFFIX': '.cpython-311-x86_64-linux-gnu.so',
         'Py_DEBUG': 0, 'Py_GIL_DISABLED': 0}
_NAMES = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts',
          'data')


def get_config_vars(*args):
    return [_VARS.get(name) for name in args] if args else _VARS


def get_config_var(name):
    return _VARS.get(name)


def get_path_names():
    return _NAMES


def get_paths(scheme=None, vars=None, expand=True):
    return dict.fromkeys(_NAMES, sys.prefix)


def get_path(name, scheme=None, vars=None, expand=True):
    return get_paths()[name]


def get_scheme_names():
    return ('posix_prefix',)


def get_platform():
    return sys.platform


def get_python_version():
    return _VARS['py_version_short']


def is_python_build(check_home=None):
    return False
