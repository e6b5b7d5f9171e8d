"""Putting escapes into XML and taking them out."""

__all__ = ['escape', 'quoteattr', 'unescape']


def escape(data, entities={}):
    """Replaces `&`, `<` and `>`, then what `entities` says."""
    data = data.replace('&', '&amp;').replace('>', '&gt;') \
        .replace('<', '&lt;')
    for sign, entity in entities.items():
        data = data.replace(sign, entity)
    return data


def unescape(data, entities={}):
    data = data.replace('&lt;', '<').replace('&gt;', '>')
    for entity, sign in entities.items():
        data = data.replace(entity, sign)
    return data.replace('&amp;', '&')


def quoteattr(data, entities={}):
    """The value of an attribute, in the quotes that it needs."""
    data = escape(data, {**entities, '\n': '&#10;', '\r': '&#13;',
                         '\t': '&#9;'})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"' + data.replace('"', '&quot;') + '"'
