"""A parser of XML that calls a function for each part it meets.

It checks what a document must be (XML 1.0), expands the entities that the
document itself declares, and fetches nothing.
"""

import re

__all__ = ['ErrorString', 'ExpatError', 'ParserCreate', 'error', 'errors',
           'XMLParserType']

_MESSAGES = {
    2: 'syntax error', 3: 'no element found',
    4: 'not well-formed (invalid token)', 5: 'unclosed token',
    7: 'mismatched tag', 8: 'duplicate attribute',
    9: 'junk after document element', 11: 'undefined entity',
    12: 'recursive entity reference',
    21: 'error in processing external entity reference', 27: 'unbound prefix'}
_NAME = r'[^\W\d][\w.\-:\xb7]*|:[\w.\-:]*'
_SPACE = re.compile(r'[ \t\r\n]*')
_TAG = re.compile(rf'<({_NAME})')
_ATTRIBUTE = re.compile(
    rf'[ \t\r\n]+({_NAME})[ \t\r\n]*=[ \t\r\n]*("[^"<]*"|\'[^\'<]*\')')
_BEGUN_ATTRIBUTE = re.compile(rf'(?:{_NAME})[ \t\r\n]*=[ \t\r\n]*')
_END_TAG = re.compile(rf'</({_NAME})[ \t\r\n]*>')
_INSTRUCTION = re.compile(rf'<\?({_NAME})(?:[ \t\r\n]+(.*?))?\?>', re.DOTALL)
_COMMENT = re.compile(r'<!--((?:(?!--).)*)-->', re.DOTALL)
_CDATA = re.compile(r'<!\[CDATA\[(.*?)\]\]>', re.DOTALL)
_DOCTYPE = re.compile(
    rf'''<!DOCTYPE[ \t\r\n]+({_NAME})[ \t\r\n]*
    (?:PUBLIC[ \t\r\n]+("[^"]*"|'[^']*')[ \t\r\n]+("[^"]*"|'[^']*')
      |SYSTEM[ \t\r\n]+("[^"]*"|'[^']*'))?
    [ \t\r\n]*(?:\[((?:"[^"]*"|'[^']*'|<!--.*?-->|[^\]"'])*)\][ \t\r\n]*)?>''',
    re.VERBOSE | re.DOTALL)
_ENTITY = re.compile(
    rf'''<!ENTITY[ \t\r\n]+({_NAME})[ \t\r\n]+
    (?:PUBLIC[ \t\r\n]+("[^"]*"|'[^']*')[ \t\r\n]+|(SYSTEM)[ \t\r\n]+)?
    ("[^"]*"|'[^']*')[ \t\r\n]*>''', re.VERBOSE)
_REFERENCE = re.compile(rf'&(?:\#x([0-9a-fA-F]+)|\#([0-9]+)|({_NAME}));')
_FORBIDDEN = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
_PREDEFINED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_ENCODING = re.compile(br'''<\?xml[^>]*encoding\s*=\s*["']([\w.\-]+)["']''')
_HANDLERS = '''
StartElement EndElement CharacterData ProcessingInstruction Comment Default
StartCdataSection EndCdataSection StartNamespaceDecl EndNamespaceDecl
StartDoctypeDecl EndDoctypeDecl XmlDecl EntityDecl UnparsedEntityDecl
NotationDecl ElementDecl AttlistDecl SkippedEntity ExternalEntityRef
NotStandalone'''
# So many characters may come of entities for one of the document.
_MOST_GROWTH = 100


class ExpatError(Exception):
    """The text is no XML; has `code`, `lineno` and `offset`."""


error = ExpatError


def ErrorString(code):
    return _MESSAGES.get(code)


class errors:
    """The messages by names, and the codes by messages."""

    codes = {message: code for code, message in _MESSAGES.items()}
    messages = dict(_MESSAGES)
    XML_ERROR_SYNTAX = _MESSAGES[2]
    XML_ERROR_NO_ELEMENTS = _MESSAGES[3]
    XML_ERROR_INVALID_TOKEN = _MESSAGES[4]
    XML_ERROR_UNDEFINED_ENTITY = _MESSAGES[11]


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    return XMLParserType(encoding, namespace_separator)


class XMLParserType:
    """Set its handlers, then feed it by `Parse`."""

    def __init__(self, encoding=None, namespace_separator=None):
        self._encoding = encoding
        self._separator = namespace_separator
        self._waiting = b''
        self._text = ''
        self._at = 0
        self._open = []
        self._scopes = [{'xml': 'http://www.w3.org/XML/1998/namespace'}]
        self._entities = {}
        self._external = {}
        self._seen_root = self._finished = False
        self._allowance = 0
        self._data = ''
        self.buffer_text = self.ordered_attributes = False
        self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size = 8192
        self.returns_unicode = True
        self.DefaultHandlerExpand = None
        for name in _HANDLERS.split():
            setattr(self, name + 'Handler', None)

    def _fail(self, code, at=None):
        at = self._at if at is None else at
        line = self._text.count('\n', 0, at) + 1
        column = at - self._text.rfind('\n', 0, at) - 1
        problem = ExpatError(f'{_MESSAGES[code]}: line {line}, column '
                             f'{column}')
        problem.code, problem.lineno, problem.offset = code, line, column
        raise problem

    CurrentLineNumber = property(
        lambda self: self._text.count('\n', 0, self._at) + 1)
    CurrentColumnNumber = property(
        lambda self: self._at - self._text.rfind('\n', 0, self._at) - 1)
    CurrentByteIndex = property(
        lambda self: len(self._text[:self._at].encode()))

    def ParseFile(self, file):
        return self.Parse(file.read(), True)

    def Parse(self, data, isfinal=False):
        """The document is handled when its end is told."""
        if isinstance(data, str):
            data = data.encode()
            self._encoding = 'utf-8'
        self._waiting += data
        if isfinal:
            self._text = self._decoded(self._waiting)
            self._allowance = len(self._text) * _MOST_GROWTH + 10 ** 6
            self._document()
        return 1

    def _decoded(self, data):
        encoding = self._encoding
        if encoding is None:
            found = _ENCODING.match(data)
            if data.startswith((b'\xff\xfe', b'\xfe\xff')):
                encoding = 'utf-16'
            else:
                encoding = found[1].decode() if found else 'utf-8'
        try:
            text = data.decode(encoding).removeprefix('\ufeff')
        except UnicodeDecodeError as problem:
            self._text = data[:problem.start].decode('latin-1')
            self._fail(4, problem.start)
        return text.replace('\r\n', '\n').replace('\r', '\n')

    def _call(self, name, *args):
        handler = getattr(self, name)
        if name != 'CharacterDataHandler':
            self._flush()
        if handler is not None:
            handler(*args)
            return True
        return False

    def _flush(self):
        data, self._data = self._data, ''
        if data:
            self._call('CharacterDataHandler', data)

    def _characters(self, text):
        if not text:
            return
        if self.buffer_text:
            self._data += text
            return
        # Line ends come alone, as they do from the C library.
        for part in re.split('(\n)', text):
            if part:
                self._call('CharacterDataHandler', part)

    def _take(self, pattern):
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _document(self):
        found = _FORBIDDEN.search(self._text)
        if found:
            self._fail(4, found.start())
        while self._at < len(self._text):
            self._item(self._text)
        if self._open or not self._seen_root:
            self._fail(3)
        self._flush()

    def _item(self, text):
        """One tag, comment and the like, or the text up to it."""
        sign = text[self._at]
        if sign != '<':
            stop = text.find('<', self._at)
            stop = len(text) if stop < 0 else stop
            part = text[self._at:stop]
            if not self._open:
                blank = _SPACE.match(part).end()
                if blank < len(part):
                    self._fail(9 if self._seen_root else 2, self._at + blank)
            else:
                bad = part.find(']]>')
                if bad >= 0:
                    self._fail(4, self._at + bad)
                self._characters_with_references(part, self._at, ())
            self._at = stop
            return
        follow = text[self._at + 1:self._at + 2]
        if follow == '/':
            self._end_tag()
        elif follow == '?':
            self._instruction()
        elif follow == '!':
            self._declaration()
        else:
            self._start_tag()

    def _expand(self, text, at, inside, emit):
        """Gives out a text with its references replaced."""
        here = 0
        while True:
            stop = text.find('&', here)
            if stop < 0:
                emit(text[here:])
                return
            emit(text[here:stop])
            found = _REFERENCE.match(text, stop)
            if found is None:
                self._fail(4, at + (0 if inside else stop))
            code = found[1] and int(found[1], 16) or found[2] and int(found[2])
            if code:
                if code > 0x10ffff or 0xd800 <= code < 0xe000:
                    self._fail(4, at)
                emit(chr(code))
            elif found[3] in _PREDEFINED:
                emit(_PREDEFINED[found[3]])
            elif found[3] in inside:
                self._fail(12, at)
            elif found[3] in self._external:
                # Nothing is fetched: it stands for nothing, unless the
                # handler says that this is an error.
                system, public = self._external[found[3]]
                handler = self.ExternalEntityRefHandler
                if handler is not None:
                    self._flush()
                    if not handler(found[3], None, system, public):
                        self._fail(21, at + (0 if inside else stop))
            elif found[3] in self._entities:
                value = self._entities[found[3]]
                self._allowance -= len(value)
                if self._allowance < 0:
                    self._fail(12, at)
                self._expand(value, at, (*inside, found[3]), emit)
            else:
                self._fail(11, at + (0 if inside else stop))
            here = found.end()

    def _declare_entity(self, name, public, is_system, value):
        value = value[1:-1]
        if public or is_system:
            public = public and public[1:-1]
            self._external.setdefault(name, (value, public))
            self._call('EntityDeclHandler', name, 0, None, None, value,
                       public, None)
        else:
            self._entities.setdefault(name, value)
            self._call('EntityDeclHandler', name, 0, value, None, None, None,
                       None)

    def _characters_with_references(self, text, at, inside):
        self._expand(text, at, inside, self._characters)

    def _start_tag(self):
        if self._seen_root and not self._open:
            self._fail(9)
        start = self._at
        found = self._take(_TAG)
        if found is None:
            self._fail(4, start + 1)
        name, attributes = found[1], {}
        while found := self._take(_ATTRIBUTE):
            if found[1] in attributes:
                self._fail(8, found.start(1))
            parts = []
            value = re.sub('[\t\n]', ' ', found[2][1:-1])
            self._expand(value, found.start(2), (), parts.append)
            attributes[found[1]] = ''.join(parts)
        self._take(_SPACE)
        empty = self._text.startswith('/>', self._at)
        if not empty and not self._text.startswith('>', self._at):
            if self._at >= len(self._text):
                self._fail(5, start)
            begun = _BEGUN_ATTRIBUTE.match(self._text, self._at)
            self._fail(4, begun and begun.end())
        after = self._at + 1 + empty
        self._at = start
        scope, declared = self._scope(attributes)
        self._scopes.append(scope)
        for prefix, uri in declared:
            self._call('StartNamespaceDeclHandler', prefix, uri)
        full = self._full(name, True)
        attributes = {self._full(key, False): value
                      for key, value in attributes.items()}
        if self.ordered_attributes:
            attributes = [part for pair in attributes.items()
                          for part in pair]
        self._seen_root = True
        self._call('StartElementHandler', full, attributes)
        self._open.append((name, declared))
        self._at = after
        if empty:
            self._close(full)

    def _scope(self, attributes):
        """The prefixes that hold inside of a tag, and those it declares."""
        scope = self._scopes[-1]
        declared = []
        if self._separator is None:
            return scope, declared
        for key in list(attributes):
            if key == 'xmlns' or key.startswith('xmlns:'):
                declared.append((key[6:] or None, attributes.pop(key)))
        if declared:
            scope = {**scope, **dict(declared)}
        return scope, declared

    def _full(self, name, is_element):
        if self._separator is None:
            return name
        prefix, colon, local = name.rpartition(':')
        if not colon and not is_element:
            return name
        uri = self._scopes[-1].get(prefix or None)
        if uri is None and prefix:
            self._fail(27)
        return uri + self._separator + local if uri else name

    def _end_tag(self):
        start = self._at
        found = _END_TAG.match(self._text, start)
        if found is None:
            self._fail(4, start + 2)
        if not self._open:
            self._fail(4, start + 1)
        if self._open[-1][0] != found[1]:
            self._fail(7, start + 2)
        self._close(self._full(found[1], True))
        self._at = found.end()

    def _close(self, name):
        _, declared = self._open.pop()
        self._call('EndElementHandler', name)
        self._scopes.pop()
        for prefix, _ in reversed(declared):
            self._call('EndNamespaceDeclHandler', prefix)

    def _instruction(self):
        start = self._at
        found = self._take(_INSTRUCTION)
        if found is None:
            self._fail(5 if '?>' not in self._text[start:] else 4, start)
        if found[1].lower() == 'xml':
            if start:
                self._fail(4, start)
            parts = dict(re.findall(r'''(\w+)\s*=\s*["']([^"']*)["']''',
                                    found[2] or ''))
            alone = {'yes': 1, 'no': 0}.get(parts.get('standalone'), -1)
            self._call('XmlDeclHandler', parts.get('version'),
                       parts.get('encoding'), alone)
        else:
            self._call('ProcessingInstructionHandler', found[1],
                       found[2] or '')

    def _declaration(self):
        start = self._at
        if found := self._take(_COMMENT):
            self._call('CommentHandler', found[1])
        elif self._open and (found := self._take(_CDATA)):
            self._call('StartCdataSectionHandler')
            self._characters(found[1])
            self._call('EndCdataSectionHandler')
        elif not self._seen_root and (found := self._take(_DOCTYPE)):
            name, public, system, only_system, subset = found.groups()
            system = system or only_system
            self._call('StartDoctypeDeclHandler', name,
                       system and system[1:-1], public and public[1:-1],
                       int(subset is not None))
            for found in _ENTITY.finditer(subset or ''):
                self._declare_entity(*found.groups())
            self._call('EndDoctypeDeclHandler')
        else:
            self._fail(5 if self._text.startswith(('<!--', '<![CDATA['), start)
                       else 4, start)
