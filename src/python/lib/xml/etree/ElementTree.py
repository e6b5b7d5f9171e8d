"""Documents of XML as trees of elements: read, searched, changed, written."""

__all__ = ['Comment', 'Element', 'ElementTree', 'PI', 'ParseError',
           'ProcessingInstruction', 'QName', 'SubElement', 'TreeBuilder',
           'VERSION', 'XML', 'XMLID', 'XMLParser', 'XMLPullParser', 'dump',
           'fromstring', 'fromstringlist', 'indent', 'iselement',
           'iterparse', 'parse', 'register_namespace', 'tostring',
           'tostringlist']

import sys
from xml.parsers import expat

from . import ElementPath
from ._element import (
    Comment, Element, ProcessingInstruction, QName, SubElement,
)
from ._writing import HTML_EMPTY, as_text, register_namespace

VERSION = '1.3.0'
PI = ProcessingInstruction


class ParseError(SyntaxError):
    """The text is no XML; has `code` and `position`."""


def iselement(element):
    return hasattr(element, 'tag')


class TreeBuilder:
    """Makes a tree of what a parser tells."""

    def __init__(self, element_factory=None, *, comment_factory=None,
                 pi_factory=None, insert_comments=False, insert_pis=False):
        self._factory = element_factory or Element
        self._comment = comment_factory or Comment
        self._instruction = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis
        self._text = []
        self._open = []
        self._last = self._root = None
        self._behind = False        # text goes behind the last element

    def close(self):
        if self._open:
            raise AssertionError('missing end tags')
        if self._root is None:
            raise AssertionError('missing toplevel element')
        return self._root

    def _flush(self):
        if self._text:
            if self._last is not None:
                text = ''.join(self._text)
                if self._behind:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._text = []

    def data(self, data):
        self._text.append(data)

    def start(self, tag, attrs):
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._behind = False
        return element

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        self._behind = True
        return self._last

    def comment(self, text):
        return self._single(self._comment(text), self.insert_comments)

    def pi(self, target, text=None):
        return self._single(self._instruction(target, text), self.insert_pis)

    def _single(self, element, insert):
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._behind = True
        return element


class XMLParser:
    """Tells a target, most often a TreeBuilder, what a text holds."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.parser = self._parser = expat.ParserCreate(encoding, '}')
        self.parser.buffer_text = True
        told = self.target
        self.parser.StartElementHandler = self._start
        if hasattr(told, 'end'):
            self.parser.EndElementHandler = \
                lambda tag: told.end(_full(tag))
        if hasattr(told, 'data'):
            self.parser.CharacterDataHandler = told.data
        if hasattr(told, 'comment'):
            self.parser.CommentHandler = told.comment
        if hasattr(told, 'pi'):
            self.parser.ProcessingInstructionHandler = \
                lambda target, data: told.pi(target, data or None)
        if hasattr(told, 'start_ns'):
            self.parser.StartNamespaceDeclHandler = \
                lambda prefix, uri: told.start_ns(prefix or '', uri or '')
        if hasattr(told, 'end_ns'):
            self.parser.EndNamespaceDeclHandler = \
                lambda prefix: told.end_ns(prefix or '')

    def _start(self, tag, attributes):
        if hasattr(self.target, 'start'):
            self.target.start(_full(tag), {_full(key): value for key, value
                                           in attributes.items()})

    def feed(self, data):
        self._parse(data, False)

    def _parse(self, data, final):
        try:
            self.parser.Parse(data, final)
        except expat.ExpatError as problem:
            error = ParseError(str(problem))
            error.code = problem.code
            error.position = problem.lineno, problem.offset
            raise error from None

    def close(self):
        self._parse(b'', True)
        close = getattr(self.target, 'close', None)
        return close() if close is not None else None

    def flush(self):
        pass


def _full(name):
    return '{' + name if '}' in name else name


class ElementTree:
    """A whole document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def parse(self, source, parser=None):
        """Reads a file, given by name or open."""
        opened = None
        if not hasattr(source, 'read'):
            opened = source = open(source, 'rb')
        try:
            parser = parser or XMLParser()
            parser.feed(source.read())
            self._root = parser.close()
            return self._root
        finally:
            if opened is not None:
                opened.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        return '.' + path if path[:1] == '/' else path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None,
              default_namespace=None, method=None, *,
              short_empty_elements=True):
        text = as_text(self._root, encoding, method, xml_declaration,
                       default_namespace, short_empty_elements)
        if hasattr(file_or_filename, 'write'):
            file_or_filename.write(text)
            return
        plain = isinstance(text, str)
        with open(file_or_filename, 'w' if plain else 'wb',
                  encoding='utf-8' if plain else None) as file:
            file.write(text)


def tostring(element, encoding=None, method=None, *, xml_declaration=None,
             default_namespace=None, short_empty_elements=True):
    """The text of an element; bytes unless the encoding is `unicode`."""
    return as_text(element, encoding, method, xml_declaration,
                   default_namespace, short_empty_elements)


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    """Writes an element to the standard output."""
    root = elem.getroot() if isinstance(elem, ElementTree) else elem
    sys.stdout.write(tostring(root, 'unicode'))
    if not root.tail or root.tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Puts blanks between elements, so that each has lines of its own."""
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError('Initial indentation level must be >= 0, got '
                         f'{level}')
    if not len(root):
        return

    def go(item, level):
        inner = '\n' + (level + 1) * space
        if not item.text or not item.text.strip():
            item.text = inner
        for child in item:
            if len(child):
                go(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = '\n' + level * space
    go(root, level)


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The element that a text holds."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    """The element, and the elements inside by their attribute `id`."""
    tree = XML(text, parser)
    return tree, {item.get('id'): item for item in tree.iter()
                  if item.get('id')}


class XMLPullParser:
    """Collects what happens while a text is read; told at its end."""

    def __init__(self, events=None, *, _parser=None):
        self._events = []
        wanted = set(events or ('end',))
        unknown = wanted - {'start', 'end', 'comment', 'pi', 'start-ns',
                            'end-ns'}
        if unknown:
            raise ValueError(f'unknown event {unknown.pop()!r}')
        found = self._events

        class Target(TreeBuilder):
            pass
        for name in ('start', 'end', 'comment', 'pi'):
            if name in wanted:
                def tell(self, *args, name=name):
                    element = getattr(TreeBuilder, name)(self, *args)
                    found.append((name, element))
                    return element
                setattr(Target, name, tell)
        if 'start-ns' in wanted:
            Target.start_ns = lambda self, prefix, uri: found.append(
                ('start-ns', (prefix, uri)))
        if 'end-ns' in wanted:
            Target.end_ns = lambda self, prefix: found.append(
                ('end-ns', None))
        self._parser = XMLParser(target=Target())
        self.root = None

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        self._parser.feed(data)

    def close(self):
        self.root = self._parser.close()
        self._parser = None

    def read_events(self):
        while self._events:
            yield self._events.pop(0)


def iterparse(source, events=None, parser=None):
    """An iterator over what happens in a file; has `root` at the end."""
    return _Iterparse(source, events)


class _Iterparse:
    root = None

    def __init__(self, source, events):
        self._pull = XMLPullParser(events)
        if hasattr(source, 'read'):
            self._pull.feed(source.read())
        else:
            with open(source, 'rb') as file:
                self._pull.feed(file.read())
        self._iterator = self._run()

    def _run(self):
        self._pull.close()
        yield from self._pull.read_events()
        self.root = self._pull.root

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)
