"""Translations of texts, from catalogues in the format of GNU gettext."""

__all__ = ['GNUTranslations', 'NullTranslations', 'bindtextdomain',
           'dgettext', 'dngettext', 'dnpgettext', 'dpgettext', 'find',
           'gettext', 'install', 'ngettext', 'npgettext', 'pgettext',
           'textdomain', 'translation']

import os
import re
import struct

_default_folder = '/usr/share/locale'
_domain = 'messages'
_folders = {}
_catalogues = {}


class NullTranslations:
    """Every text is its own translation, unless a fallback knows one."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        if self._fallback:
            return self._fallback.gettext(message)
        return message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        if self._fallback:
            return self._fallback.pgettext(context, message)
        return message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Makes `_`, and the other names asked for, builtins."""
        import builtins
        builtins._ = self.gettext
        for name in {'gettext', 'ngettext', 'npgettext', 'pgettext'} \
                & set(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """The texts of a compiled catalogue (`.mo`)."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    # Between a context and the text that it belongs to.
    CONTEXT = '%s\x04%s'

    def _parse(self, fp):
        name = getattr(fp, 'name', '')
        data = fp.read()
        order = {self.LE_MAGIC: '<', self.BE_MAGIC: '>'}.get(
            int.from_bytes(data[:4], 'little'))
        if order is None:
            raise OSError(0, 'Bad magic number', name)
        version, count, texts, translations = struct.unpack(
            order + '4I', data[4:20])
        if version >> 16 not in (0, 1):
            raise OSError(0, 'Bad version number ' + str(version >> 16), name)
        self._catalog = {}
        self.plural = lambda n: int(n != 1)

        def entry(table, number):
            length, start = struct.unpack_from(order + '2I', data,
                                               table + 8 * number)
            if start + length > len(data):
                raise OSError(0, 'File is corrupt', name)
            return data[start:start + length]
        for number in range(count):
            text = entry(texts, number)
            translated = entry(translations, number)
            if not text:
                self._read_head(translated.decode())
            charset = self._charset or 'ascii'
            text = text.decode(charset)
            translated = translated.decode(charset)
            if '\0' in text:
                text = text.partition('\0')[0]
                for form, part in enumerate(translated.split('\0')):
                    self._catalog[text, form] = part
            else:
                self._catalog[text] = translated

    def _read_head(self, text):
        for line in text.splitlines():
            key, colon, value = line.partition(':')
            if not colon:
                continue
            key, value = key.strip().lower(), value.strip()
            self._info[key] = value
            if key == 'content-type' and 'charset=' in value:
                self._charset = value.partition('charset=')[2]
            elif key == 'plural-forms':
                rule = re.search(r'plural\s*=\s*([^;]*)', value)
                if rule:
                    self.plural = c2py(rule[1])

    def gettext(self, message):
        found = self._catalog.get(message)
        if found is None:
            found = self._catalog.get((message, self.plural(1)))
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        if found is None:
            return super().ngettext(msgid1, msgid2, n)
        return found

    def pgettext(self, context, message):
        key = self.CONTEXT % (context, message)
        found = self._catalog.get(key)
        if found is None:
            found = self._catalog.get((key, self.plural(1)))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        key = self.CONTEXT % (context, msgid1)
        found = self._catalog.get((key, self.plural(n)))
        if found is None:
            return super().npgettext(context, msgid1, msgid2, n)
        return found


def c2py(plural):
    """The function that an expression of C over `n` stands for."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    tokens = re.findall(r'\d+|n|&&|\|\||[<>=!]=|[-+*/%<>!?:()]', plural)
    if ''.join(tokens) != re.sub(r'\s', '', plural):
        raise ValueError('invalid token in plural form')
    tokens.append('')

    levels = [{'||': 'or'}, {'&&': 'and'}, {'==': '==', '!=': '!='},
              {'<': '<', '>': '>', '<=': '<=', '>=': '>='},
              {'+': '+', '-': '-'}, {'*': '*', '/': '//', '%': '%'}]

    def operand():
        token = tokens.pop(0)
        if token == '!':
            return f'(not {operand()})'
        if token == '(':
            inner = choice()
            if tokens.pop(0) != ')':
                raise ValueError('unbalanced parenthesis in plural form')
            return inner
        if token == 'n' or token.isdigit():
            return token
        raise ValueError('unexpected token in plural form: '
                         + (token or 'unexpected end of plural form'))

    def binary(level=0):
        if level == len(levels):
            return operand()
        left = binary(level + 1)
        while tokens[0] in levels[level]:
            sign = levels[level][tokens.pop(0)]
            left = f'({left} {sign} {binary(level + 1)})'
        return left

    def choice():
        condition = binary()
        if tokens[0] != '?':
            return condition
        tokens.pop(0)
        yes = choice()
        if tokens.pop(0) != ':':
            raise ValueError('unexpected token in plural form')
        return f'({yes} if {condition} else {choice()})'

    text = choice()
    if tokens != ['']:
        raise ValueError('unexpected token in plural form: ' + tokens[0])
    calculate = eval(f'lambda n: int({text})')

    def function(n):
        if not isinstance(n, int):
            try:
                n = round(n)
            except TypeError:
                raise TypeError('Plural value must be an integer, got '
                                f'{type(n).__name__}') from None
        return calculate(n)
    return function


def find(domain, localedir=None, languages=None, all=False):
    """The file of a catalogue, or all of them; None if there is none."""
    if languages is None:
        languages = []
        for name in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'):
            if os.environ.get(name):
                languages = os.environ[name].split(':')
                break
        languages.append('C')
    found = []
    for language in languages:
        if language == 'C':
            break
        plain = re.sub('[.@].*', '', language)
        for name in dict.fromkeys((language, plain, plain.split('_')[0])):
            path = os.path.join(localedir or _default_folder, name,
                                'LC_MESSAGES', f'{domain}.mo')
            if os.path.exists(path):
                if not all:
                    return path
                found.append(path)
    return found if all else None


def translation(domain, localedir=None, languages=None, class_=None,
                fallback=False):
    """The catalogue of a domain; with `fallback` an empty one if none is."""
    class_ = class_ or GNUTranslations
    result = None
    for path in find(domain, localedir, languages, all=True):
        key = class_, os.path.abspath(path)
        if key not in _catalogues:
            with open(path, 'rb') as file:
                _catalogues[key] = class_(file)
        import copy
        one = copy.copy(_catalogues[key])
        if result is None:
            result = one
        else:
            result.add_fallback(one)
    if result is None:
        if not fallback:
            from errno import ENOENT
            raise FileNotFoundError(
                ENOENT, 'No translation file found for domain', domain)
        result = NullTranslations()
    return result


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, _default_folder)


def _of(domain):
    return translation(domain, _folders.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_domain, context, msgid1, msgid2, n)
