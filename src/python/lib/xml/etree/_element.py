"""Elements: a tag, attributes, text, and elements inside."""

import warnings

from . import ElementPath


class Element:
    """A list of elements with a tag; `tail` is the text behind it."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError('attrib must be dict, not '
                            f'{type(attrib).__name__}')
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return f'<{type(self).__name__} {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib):
        return type(self)(tag, attrib)

    def __copy__(self):
        twin = self.makeelement(self.tag, self.attrib)
        twin.text, twin.tail = self.text, self.tail
        twin._children = self._children[:]
        return twin

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("The behavior of this method will change in future "
                      "versions.  Use specific 'len(elem)' or 'elem is not "
                      "None' test instead.", FutureWarning, stacklevel=2)
        return bool(self._children)

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        items = element if isinstance(index, slice) else [element]
        for item in items:
            self._check(item)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def __iter__(self):
        return iter(self._children)

    def _check(self, item):
        if not isinstance(item, Element):
            raise TypeError('append() argument must be '
                            'xml.etree.ElementTree.Element, not '
                            f'{type(item).__name__}')

    def append(self, subelement):
        self._check(subelement)
        self._children.append(subelement)

    def extend(self, elements):
        for element in elements:
            self.append(element)

    def insert(self, index, subelement):
        self._check(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for at, item in enumerate(self._children):
            if item is subelement:
                del self._children[at]
                return
        raise ValueError('Element.remove(x): element not found')

    def find(self, path, namespaces=None):
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        """This element and all inside, in the document's order."""
        if tag == '*':
            tag = None
        waiting = [self]
        while waiting:
            item = waiting.pop()
            if tag is None or item.tag == tag:
                yield item
            waiting.extend(reversed(item._children))

    def itertext(self):
        if self.text:
            yield self.text
        for item in self._children:
            yield from item.itertext()
            if item.tail:
                yield item.tail


Element.__module__ = 'xml.etree.ElementTree'


def SubElement(parent, tag, attrib={}, **extra):
    """An element made inside of another one."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target if not text else f'{target} {text}'
    return element


class QName:
    """A name with the address that tells what it means."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f'{{{text_or_uri}}}{tag}' if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<{type(self).__name__} {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == getattr(other, 'text', other)

    def __lt__(self, other):
        return self.text < getattr(other, 'text', other)

    def __le__(self, other):
        return self.text <= getattr(other, 'text', other)

    def __gt__(self, other):
        return self.text > getattr(other, 'text', other)

    def __ge__(self, other):
        return self.text >= getattr(other, 'text', other)
