"""Trees as text."""

import io

from ._element import Comment, ProcessingInstruction, QName

HTML_EMPTY = {
    'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img',
    'input', 'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}
_prefixes = {
    'http://www.w3.org/XML/1998/namespace': 'xml',
    'http://www.w3.org/1999/xhtml': 'html',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
    'http://www.w3.org/2001/XMLSchema': 'xs',
    'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    'http://purl.org/dc/elements/1.1/': 'dc'}


def register_namespace(prefix, uri):
    """The prefix that an address gets in texts that are written."""
    import re
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, used in list(_prefixes.items()):
        if known == uri or used == prefix:
            del _prefixes[known]
    _prefixes[uri] = prefix


def _escape_text(text):
    if not isinstance(text, str):
        raise TypeError(f'cannot serialize {text!r} (type '
                        f'{type(text).__name__})')
    return text.replace('&', '&amp;').replace('<', '&lt;') \
        .replace('>', '&gt;')


def _escape_attribute(text):
    return _escape_text(text).replace('"', '&quot;').replace('\r', '&#13;') \
        .replace('\n', '&#10;').replace('\t', '&#09;')


def _escape_html_attribute(text):
    return text.replace('&', '&amp;').replace('>', '&gt;') \
        .replace('"', '&quot;')


class _Names:
    """Names with prefixes in the place of addresses."""

    def __init__(self, root, default):
        self.short = {None: None}
        self.declared = {}
        if default:
            self.declared[default] = ''
        for item in root.iter():
            if isinstance(item.tag, (str, QName)):
                self.add(item.tag, default)
            elif item.tag not in (None, Comment, ProcessingInstruction):
                self.refuse(item.tag)
            for key, value in item.items():
                self.add(key, default)
                if isinstance(value, QName):
                    self.add(value, default)
            if isinstance(item.text, QName):
                self.add(item.text, default)

    def refuse(self, tag):
        raise TypeError(f'cannot serialize {tag!r} (type '
                        f'{type(tag).__name__})')

    def add(self, name, default):
        name = getattr(name, 'text', name)
        if name in self.short:
            return
        if not isinstance(name, str):
            self.refuse(name)
        if name[:1] != '{':
            if default:
                raise ValueError('cannot use non-qualified names with '
                                 'default_namespace option')
            self.short[name] = name
            return
        uri, _, tag = name[1:].rpartition('}')
        prefix = self.declared.get(uri)
        if prefix is None:
            prefix = _prefixes.get(uri, f'ns{len(self.declared)}')
            if prefix != 'xml':
                self.declared[uri] = prefix
        self.short[name] = f'{prefix}:{tag}' if prefix else tag

    def of(self, name):
        return self.short[getattr(name, 'text', name)]


def write(out, root, method, default_namespace, short_empty_elements):
    """Gives the parts of a tree's text to `out`."""
    if method == 'text':
        for part in root.itertext():
            out(part)
        if root.tail:
            out(root.tail)
        return
    names = _Names(root, default_namespace)
    _element(out, root, names, method == 'html', short_empty_elements,
             dict(names.declared))


def _element(out, item, names, is_html, short, declared):
    tag, text = item.tag, item.text
    if tag is Comment:
        out(f'<!--{text}-->')
    elif tag is ProcessingInstruction:
        out(f'<?{text}?>')
    elif tag is None:
        if text:
            out(_escape_text(text))
        for inner in item:
            _element(out, inner, names, is_html, short, {})
    else:
        name = names.of(tag)
        out('<' + name)
        for uri, prefix in sorted(declared.items(), key=lambda pair: pair[1]):
            colon = f':{prefix}' if prefix else ''
            out(f' xmlns{colon}="{_escape_attribute(uri)}"')
        for key, value in item.items():
            value = names.of(value) if isinstance(value, QName) else value
            escape = _escape_html_attribute if is_html else _escape_attribute
            out(f' {names.of(key)}="{escape(value)}"')
        raw = is_html and name.lower() in ('script', 'style')
        if text or len(item) or is_html or not short:
            out('>')
            if text:
                text = names.of(text) if isinstance(text, QName) else text
                out(text if raw else _escape_text(text))
            for inner in item:
                _element(out, inner, names, is_html, short, {})
            if not (is_html and name.lower() in HTML_EMPTY):
                out(f'</{name}>')
        else:
            out(' />')
    if item.tail:
        out(_escape_text(item.tail))


def as_text(root, encoding, method, declaration, default_namespace, short):
    """The whole text, as bytes unless the encoding is `unicode`."""
    if method is None:
        method = 'xml'
    if method not in ('xml', 'html', 'text'):
        raise ValueError(f'unknown method {method!r}')
    encoding = encoding or 'us-ascii'
    stream = io.StringIO()
    plain = encoding.lower() == 'unicode'
    if method == 'xml' and (declaration or declaration is None and not plain
                            and encoding.lower() not in ('utf-8',
                                                         'us-ascii')):
        told = 'utf-8' if plain else encoding
        stream.write(f"<?xml version='1.0' encoding='{told}'?>\n")
    write(stream.write, root, method, default_namespace, short)
    text = stream.getvalue()
    return text if plain else text.encode(encoding, 'xmlcharrefreplace')
