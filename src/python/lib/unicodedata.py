"""What is known of characters."""

__all__ = ['bidirectional', 'category', 'combining', 'decimal',
           'decomposition', 'digit', 'east_asian_width', 'is_normalized',
           'lookup', 'mirrored', 'name', 'normalize', 'numeric',
           'unidata_version']

import _unicode_tables as _tables
from _unicode import canonical as _canonical
from _unicode import combining as _combining
from _unicode import known_name as _known_name
from _unicode import named as _named
from _unicode import normalize

unidata_version = _tables.VERSION
_UNSET = object()


def _checked(function, character, which=''):
    if not isinstance(character, str) or len(character) != 1:
        raise TypeError(f'{function}() argument{which} must be a unicode '
                        f'character, not {type(character).__name__}')
    return character


class _Table:
    """A property of all characters, unpacked when first asked for."""

    def __init__(self, packed):
        self.packed = packed
        self.starts = None

    def __getitem__(self, code):
        from bisect import bisect_right
        if self.starts is None:
            self._unpack()
        return self.values[bisect_right(self.starts, code) - 1]

    def _unpack(self):
        from string import ascii_letters
        letters = ascii_letters[26:] + ascii_letters[:26]
        names, text = self.packed
        value = dict(zip(letters, names.split(' ')))
        self.starts, self.values = [], []
        at = length = 0
        for character in text:
            if character.isdigit():
                length = length * 10 + int(character)
                continue
            self.starts.append(at)
            self.values.append(value[character])
            at += length or 1
            length = 0


_category = _Table(_tables.CATEGORY)
_bidirectional = _Table(_tables.BIDIRECTIONAL)
_width = _Table(_tables.WIDTH)
_mirrored = _Table(_tables.MIRRORED)


def category(chr, /):
    return _category[ord(_checked('category', chr))]


def bidirectional(chr, /):
    found = _bidirectional[ord(_checked('bidirectional', chr))]
    return '' if found == '-' else found


def east_asian_width(chr, /):
    return _width[ord(_checked('east_asian_width', chr))]


def mirrored(chr, /):
    return int(_mirrored[ord(_checked('mirrored', chr))])


def combining(chr, /):
    return _combining(_checked('combining', chr))


_numbers = []


def _number(character):
    """The kind (`''`, `'d'`, `'n'`) and the value of a character, or None."""
    from bisect import bisect_right
    if not _numbers:
        for entry in _tables.NUMBERS.split(' '):
            place, _, value = entry.partition('=')
            code, _, count = place.partition('+')
            kind = count[-1] if count[-1] in 'dn' else ''
            above, _, below = value.partition('/')
            value = int(above) / int(below) if below else int(above)
            _numbers.append((int(code, 16), int(count.rstrip('dn')), kind,
                             value))
    code = ord(character)
    at = bisect_right(_numbers, code, key=lambda entry: entry[0]) - 1
    if at < 0:
        return None
    start, count, kind, value = _numbers[at]
    return (kind, value + code - start) if code < start + count else None


def _numeric(function, kinds, character, default, complaint):
    found = _number(_checked(function, character, ' 1'))
    if found is None or found[0] not in kinds:
        if default is _UNSET:
            raise ValueError(complaint)
        return default
    return found[1]


def decimal(chr, default=_UNSET, /):
    return _numeric('decimal', ('',), chr, default, 'not a decimal')


def digit(chr, default=_UNSET, /):
    return _numeric('digit', ('', 'd'), chr, default, 'not a digit')


def numeric(chr, default=_UNSET, /):
    found = _numeric('numeric', ('', 'd', 'n'), chr, _UNSET if default is _UNSET
                     else None, 'not a numeric character')
    return default if found is None else float(found)


_IDEOGRAPHS = ((0x3400, 0x4dbf), (0x4e00, 0x9fff), (0x20000, 0x2a6df),
               (0x2a700, 0x2b738), (0x2b740, 0x2b81d), (0x2b820, 0x2cea1),
               (0x2ceb0, 0x2ebe0), (0x30000, 0x3134a))
_INITIALS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
_VOWELS = ('A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI '
           'I').split(' ')
_FINALS = (' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T '
           'P H').split(' ')


def name(chr, default=_UNSET, /):
    """The name of a common character, an ideograph or a Hangul syllable."""
    code = ord(_checked('name', chr, ' 1'))
    found = None
    if 0xac00 <= code <= 0xd7a3:
        rest, final = divmod(code - 0xac00, 28)
        initial, vowel = divmod(rest, 21)
        found = ('HANGUL SYLLABLE ' + _INITIALS[initial] + _VOWELS[vowel]
                 + _FINALS[final])
    elif any(first <= code <= last for first, last in _IDEOGRAPHS):
        found = f'CJK UNIFIED IDEOGRAPH-{code:04X}'
    elif category(chr) != 'Cc':
        found = _known_name(chr)
    if found is None:
        if default is _UNSET:
            raise ValueError('no such name')
        return default
    return found


def lookup(name, /):
    """The character of a name."""
    found = _named(name)
    if found is not None:
        return found
    words = name.upper()
    if words.startswith('CJK UNIFIED IDEOGRAPH-'):
        try:
            code = int(words[22:], 16)
        except ValueError:
            code = 0
        if any(first <= code <= last for first, last in _IDEOGRAPHS):
            return chr(code)
    if words.startswith('HANGUL SYLLABLE '):
        for code in range(0xac00, 0xd7a4):
            if globals()['name'](chr(code)) == words:
                return chr(code)
    raise KeyError(f"undefined character name '{name}'")


def decomposition(chr, /):
    """The characters that a character is canonically made of, in one step."""
    whole = _canonical(_checked('decomposition', chr))
    if whole == chr or 0xac00 <= ord(chr) <= 0xd7a3:
        return ''
    if len(whole) > 2:
        whole = normalize('NFC', whole[:-1]) + whole[-1]
    return ' '.join(f'{ord(part):04X}' for part in whole)


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr
