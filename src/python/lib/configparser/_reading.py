"""Reading the lines of one source."""

from ._errors import (
    DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError,
    ParsingError,
)
from ._proxies import SectionProxy


class Reading:
    """The state between two lines: the section, the setting whose value may
    go on, and how far its name stands from the margin."""

    def __init__(self, parser, source):
        self.parser = parser
        self.source = source
        self.section = None
        self.name = None
        self.option = None
        self.margin = 0
        self.added = set()
        self.problem = None

    def run(self, lines):
        try:
            for number, line in enumerate(lines, start=1):
                self.line(number, line)
        finally:
            self.join()
        if self.problem is not None:
            raise self.problem

    def line(self, number, line):
        parser = self.parser
        value, has_comment = parser._without_comment(line)
        if not value:
            if not parser._empty_lines_in_values:
                # An empty line ends a value.
                self.margin = float('inf')
            elif (not has_comment and self.section is not None
                    and self.option and self.section[self.option] is not None):
                self.section[self.option].append('')
            return
        first = parser.NONSPACECRE.search(line)
        margin = first.start() if first else 0
        if self.section is not None and self.option and margin > self.margin:
            if self.section[self.option] is None:
                raise self.wrong(number, line)
            self.section[self.option].append(value)
            return
        self.margin = margin
        header = parser.SECTCRE.match(value)
        if header:
            self.begin_section(header.group('header'), number)
        elif self.section is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self.setting(value, number, line)

    def begin_section(self, name, number):
        parser = self.parser
        self.name, self.option = name, None
        if name in parser._sections:
            if parser._strict and name in self.added:
                raise DuplicateSectionError(name, self.source, number)
            self.section = parser._sections[name]
            self.added.add(name)
        elif name == parser.default_section:
            self.section = parser._defaults
        else:
            self.section = parser._sections[name] = parser._dict()
            parser._proxies[name] = SectionProxy(parser, name)
            self.added.add(name)

    def setting(self, text, number, line):
        parser = self.parser
        match = parser._optcre.match(text)
        if not match:
            self.problem = self.wrong(number, line)
            return
        option, _, value = match.group('option', 'vi', 'value')
        if not option:
            self.problem = self.wrong(number, line)
        self.option = option = parser.optionxform(option.rstrip())
        if parser._strict and (self.name, option) in self.added:
            raise DuplicateOptionError(self.name, option, self.source, number)
        self.added.add((self.name, option))
        self.section[option] = None if value is None else [value.strip()]

    def wrong(self, number, line):
        problem = self.problem or ParsingError(self.source)
        problem.append(number, repr(line))
        return problem

    def join(self):
        """Makes texts of the lists of lines."""
        parser = self.parser
        places = [(parser.default_section, parser._defaults),
                  *parser._sections.items()]
        for name, options in places:
            for option, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[option] = parser._interpolation.before_read(
                    parser, name, option, value)
