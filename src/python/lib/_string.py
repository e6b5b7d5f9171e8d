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
            name, spec, conversion, at = _field(text, at)
            yield ''.join(literal), name, spec, conversion
            literal.clear()
    if literal:
        yield ''.join(literal), None, None, None


def _field(text, at):
    """Name, format spec and conversion of the field that begins at `at`, and
    where the text goes on behind its closing brace."""
    start = at
    in_index = False
    while at < len(text) and (in_index or text[at] not in '}:!'):
        if in_index:
            in_index = text[at] != ']'
        elif text[at] == '{':
            raise ValueError("unexpected '{' in field name")
        else:
            in_index = text[at] == '['
        at += 1
    name = text[start:at]
    if at == len(text):
        raise ValueError("expected '}' before end of string")
    conversion = None
    sign = text[at]
    at += 1
    if sign == '!':
        if at == len(text):
            raise ValueError('end of string while looking for conversion '
                             'specifier')
        conversion = text[at]
        sign = text[at + 1:at + 2]
        at += 2
        if sign not in ('', ':', '}'):
            raise ValueError("expected ':' after conversion specifier")
    if sign == '}':
        return name, '', conversion, at
    start = at
    depth = 1
    while at < len(text):
        depth += (text[at] == '{') - (text[at] == '}')
        at += 1
        if depth == 0:
            return name, text[start:at - 1], conversion, at
    raise ValueError("unmatched '{' in format spec")


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
