"""The syntax of format strings, for `string.Formatter`."""


def formatter_parser(text):
    """Yields literal text, field name, format spec and conversion."""
    literal = []
    at = 0
    while at < len(text):
        sign = text[at]
        at += 1
        if sign not in '{}':
            literal.append(sign)
        elif text[at:at + 1] == sign:
            # What stands before a doubled brace is a part of its own.
            literal.append(sign)
            yield ''.join(literal), None, None, None
            literal.clear()
            at += 1
        elif sign == '}':
            raise ValueError("Single '}' encountered in format string")
        elif at == len(text):
            raise ValueError("Single '{' encountered in format string")
        else:
            end = _end_of_field(text, at)
            name, spec, conversion = _field(text[at:end])
            yield ''.join(literal), name, spec, conversion
            literal.clear()
            at = end + 1
    if literal:
        yield ''.join(literal), None, None, None


def _end_of_field(text, at):
    """Where the brace is that closes the one before `at`."""
    depth = 1
    in_index = spec = False
    while at < len(text):
        sign = text[at]
        if in_index:
            in_index = sign != ']'
        elif sign == '[' and depth == 1 and not spec:
            in_index = True
        elif sign == ':':
            spec = True
        elif sign == '{':
            depth += 1
        elif sign == '}':
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _field(field):
    """Name, format spec and conversion of what is between the braces."""
    at = 0
    in_index = False
    while at < len(field) and (in_index or field[at] not in ':!'):
        if field[at] == '[':
            in_index = True
        elif field[at] == ']':
            in_index = False
        elif field[at] == '{':
            raise ValueError("unexpected '{' in field name")
        at += 1
    name, rest = field[:at], field[at:]
    if not rest.startswith('!'):
        return name, rest[1:], None
    if len(rest) == 1:
        raise ValueError("end of string while looking for conversion "
                         'specifier')
    if len(rest) > 2 and rest[2] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


def formatter_field_name_split(name):
    """The first part of a field name, and (is attribute, name) of the rest."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    return _number_or_text(name[:at]), _rest(name, at)


def _number_or_text(text):
    return int(text) if text.isascii() and text.isdigit() else text


def _rest(name, at):
    while at < len(name):
        if name[at] == '.':
            start = at = at + 1
            while at < len(name) and name[at] not in '.[':
                at += 1
            part = name[start:at]
            is_attribute = True
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part = _number_or_text(name[at + 1:end])
            is_attribute = False
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field "
                             'specifier')
        if part == '':
            raise ValueError('Empty attribute in format string')
        yield is_attribute, part
