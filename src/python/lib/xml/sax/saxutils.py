"""Putting escapes into XML and taking them out."""

__all__ = ['XMLGenerator', 'escape', 'quoteattr', 'unescape']


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


class XMLGenerator:
    """Writes XML as it is told of its parts."""

    def __init__(self, out=None, encoding='iso-8859-1',
                 short_empty_elements=False):
        import sys
        self._out = sys.stdout if out is None else out
        self._encoding = encoding
        self._short = short_empty_elements
        self._opened = False        # a tag that may yet end with `/>`
        self._prefixes = {}
        self._declared = []
        self._is_text = None

    def _write(self, text):
        if self._is_text is None:
            # Files of bytes say no when they are given text.
            try:
                self._out.write('')
                self._is_text = True
            except TypeError:
                self._is_text = False
        if not self._is_text:
            text = text.encode(self._encoding, 'xmlcharrefreplace')
        self._out.write(text)

    def _end_opened(self):
        if self._opened:
            self._opened = False
            self._write('>')

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        flush = getattr(self._out, 'flush', None)
        if flush is not None:
            flush()

    def setDocumentLocator(self, locator):
        pass

    def startElement(self, name, attrs):
        self._end_opened()
        self._write('<' + name)
        for key, value in attrs.items():
            self._write(f' {key}={quoteattr(value)}')
        if self._short:
            self._opened = True
        else:
            self._write('>')

    def endElement(self, name):
        if self._opened:
            self._opened = False
            self._write('/>')
        else:
            self._write(f'</{name}>')

    def startPrefixMapping(self, prefix, uri):
        self._prefixes[uri] = prefix
        self._declared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        for uri, known in list(self._prefixes.items()):
            if known == prefix:
                del self._prefixes[uri]

    def _name(self, pair):
        uri, local = pair
        prefix = self._prefixes.get(uri)
        return f'{prefix}:{local}' if prefix else local

    def startElementNS(self, name, qname, attrs):
        declared = {'xmlns' + (f':{prefix}' if prefix else ''): uri
                    for prefix, uri in self._declared}
        self._declared = []
        self.startElement(self._name(name), {
            **declared, **{self._name(key): value
                           for key, value in attrs.items()}})

    def endElementNS(self, name, qname):
        self.endElement(self._name(name))

    def characters(self, content):
        if content:
            self._end_opened()
            if isinstance(content, bytes):
                content = content.decode(self._encoding)
            self._write(escape(content))

    def ignorableWhitespace(self, content):
        self._end_opened()
        self._write(content)

    def processingInstruction(self, target, data):
        self._end_opened()
        self._write(f'<?{target} {data}?>')

    def skippedEntity(self, name):
        pass
