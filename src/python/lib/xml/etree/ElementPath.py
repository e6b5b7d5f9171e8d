"""The paths that `find` and its like understand, a part of XPath."""

import re

_TOKEN = re.compile(r'''
    (?P<string>'[^']*'|"[^"]*")
  | (?P<sign>::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])
  | (?P<name>(?:\{[^}]*\})?[^/\[\]()@!=\s]+)
  | \s+''', re.VERBOSE)


def iterfind(elem, path, namespaces=None):
    """The elements that a path leads to."""
    if path[-1:] == '/':
        path += '*'
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = [(found.lastgroup, found[0]) for found in _TOKEN.finditer(path)
              if found.lastgroup]
    reader = _Reader(tokens, namespaces or {}, elem)
    found = [elem]
    while reader.tokens:
        found = reader.step(found)
    return iter(found)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''


def _fits(tag, wanted):
    if not isinstance(tag, str):
        return False
    if wanted[:3] == '{*}':
        return tag == wanted[3:] or tag.endswith('}' + wanted[3:])
    if wanted[-2:] == '}*':
        space = wanted[:-1]
        return tag[:1] != '{' if space == '{}' else tag.startswith(space)
    return wanted == '*' or tag == wanted


class _Reader:
    """Goes one step of a path after the other."""

    def __init__(self, tokens, namespaces, root):
        self.tokens = tokens
        self.namespaces = namespaces
        self.root = root
        self.parents = None

    def take(self, sign):
        if self.tokens and self.tokens[0] == ('sign', sign):
            self.tokens.pop(0)
            return True
        return False

    def name(self, text):
        """A tag with the address in the place of its prefix."""
        if text[0] == '{':
            return text
        prefix, colon, local = text.partition(':')
        if colon:
            if prefix not in self.namespaces:
                raise SyntaxError(f'prefix {prefix!r} not found in prefix map')
            return f'{{{self.namespaces[prefix]}}}{local}'
        default = self.namespaces.get('')
        return f'{{{default}}}{text}' if default and text != '*' else text

    def step(self, found):
        deep = False
        if self.take('//'):
            deep = True
        elif self.take('/'):
            pass
        if not self.tokens:
            raise SyntaxError('invalid path')
        kind, text = self.tokens.pop(0)
        if text == '.' and kind == 'sign':
            found = [inner for item in found for inner in item.iter()] \
                if deep else found
        elif text == '..' and kind == 'sign':
            found = self.above(found)
        elif text == '*' or kind == 'name':
            wanted = self.name(text)
            found = self.below(found, wanted, deep)
        elif text == '[':
            return self.filtered(found)
        else:
            raise SyntaxError('invalid descendant' if deep
                              else 'invalid path')
        while self.take('['):
            found = self.filtered(found)
        return found

    def below(self, found, wanted, deep):
        result = []
        for item in found:
            for inner in item.iter() if deep else item:
                if inner is not item and _fits(inner.tag, wanted):
                    result.append(inner)
        return result

    def parent_of(self, item):
        if self.parents is None:
            self.parents = {inner: outer for outer in self.root.iter()
                            for inner in outer}
        return self.parents.get(item)

    def above(self, found):
        parents = dict.fromkeys(map(self.parent_of, found))
        parents.pop(None, None)
        return list(parents)

    def filtered(self, found):
        """Those for which the condition in brackets holds."""
        inside = []
        while not self.take(']'):
            if not self.tokens:
                raise SyntaxError('invalid path')
            inside.append(self.tokens.pop(0))
        test = self.condition(inside)
        return [item for item in found if test(item)]

    def condition(self, inside):
        texts = [text for kind, text in inside]
        shape = ''.join('s' if kind == 'string' else 'n' if kind == 'name'
                        else text for kind, text in inside)
        wanted = texts[-1][1:-1] if shape[-1:] == 's' else None
        negated = '!=' in shape
        shape = shape.replace('!=', '=')
        if shape in ('@n', '@n=s'):
            key = self.name(texts[1]) if ':' in texts[1] else texts[1]
            if wanted is None:
                return lambda item: item.get(key) is not None
            return lambda item: item.get(key) is not None \
                and (item.get(key) == wanted) != negated
        if shape == '.=s':
            return lambda item: (''.join(item.itertext()) == wanted) \
                != negated
        if shape == 'n=s':
            tag = self.name(texts[0])
            return lambda item: any(
                (''.join(inner.itertext()) == wanted) != negated
                for inner in item.findall(tag))
        place = self.place(shape, texts)
        if place is not None:
            return lambda item: self.stands_at(item, place)
        if shape == 'n':
            tag = self.name(texts[0])
            return lambda item: item.find(tag) is not None
        raise SyntaxError('invalid predicate')

    def place(self, shape, texts):
        """The number that a condition tells; from the end if negative."""
        if shape == 'n' and re.fullmatch(r'-?\d+', texts[0]):
            if int(texts[0]) < 1:
                raise SyntaxError('XPath position >= 1 expected')
            return int(texts[0]) - 1
        if shape in ('n()', 'n()n') and texts[0] == 'last':
            if shape == 'n()':
                return -1
            if not re.fullmatch(r'-\d+', texts[2]):
                raise SyntaxError('unsupported expression')
            return int(texts[2]) - 1
        return None

    def stands_at(self, item, place):
        parent = self.parent_of(item)
        if parent is None:
            return False
        same = parent.findall(item.tag)
        return -len(same) <= place < len(same) and same[place] is item
