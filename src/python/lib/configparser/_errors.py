"""What can be wrong with settings."""


class Error(Exception):
    """Anything that is wrong with settings."""

    def __init__(self, msg=''):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f'No section: {section!r}')
        self.section = section
        self.args = (section,)


def _place(source, lineno):
    if source is None:
        return ''
    where = f'While reading from {source!r}'
    return where if lineno is None else f'{where} [line {lineno:2d}]'


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        where = _place(source, lineno)
        what = 'section' if where else 'Section'
        where = where and where + ': '
        super().__init__(f'{where}{what} {section!r} already exists')
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = _place(source, lineno)
        what = 'option' if where else 'Option'
        where = where and where + ': '
        super().__init__(f'{where}{what} {option!r} in section {section!r} '
                         'already exists')
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, (
            f'Bad value substitution: option {option!r} in section '
            f'{section!r} contains an interpolation key {reference!r} which '
            f'is not a valid option name. Raw value: {rawval!r}'))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        from ._interpolation import MAX_INTERPOLATION_DEPTH
        super().__init__(option, section, (
            'Recursion limit exceeded in value substitution: option '
            f'{option!r} in section {section!r} contains an interpolation '
            f'key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} '
            f'steps. Raw value: {rawval!r}'))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if (source is None) == (filename is None):
            raise ValueError("Cannot specify both `filename' and `source'. "
                             "Use `source'." if source else
                             "Required argument `source' not given.")
        self.source = filename if source is None else source
        super().__init__(f'Source contains parsing errors: {self.source!r}')
        self.errors = []
        self.args = (self.source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: '
                             f'{filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)
