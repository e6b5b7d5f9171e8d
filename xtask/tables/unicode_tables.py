"""Writes src/python/lib/_unicode_tables.py from Python's own unicodedata.

    python3.11 xtask/tables/unicode_tables.py

The version of Unicode is that of the Python that runs this.
"""

import fractions
import itertools
import pathlib
import sys
import unicodedata

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1)]
LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'


def runs(values):
    """One letter for a value, behind the length of its run if that is not 1."""
    values = list(values)
    names = sorted(set(values), key=lambda value: -values.count(value))
    letter = dict(zip(names, LETTERS))
    parts = []
    for value, group in itertools.groupby(values):
        length = len(list(group))
        parts.append(f"{length if length > 1 else ''}{letter[value]}")
    return ' '.join(names), ''.join(parts)


def numbers():
    """`code+count=value`: characters in a row whose values go up by one."""
    known = []
    for code, character in enumerate(CHARACTERS):
        value = unicodedata.numeric(character, None)
        if value is None:
            continue
        value = fractions.Fraction(value).limit_denominator(1000)
        kind = ('' if unicodedata.decimal(character, None) is not None else
                'd' if unicodedata.digit(character, None) is not None else 'n')
        if known and known[-1][0] + known[-1][1] == code and (
                known[-1][2] + known[-1][1] == value and known[-1][3] == kind):
            known[-1][1] += 1
        else:
            known.append([code, 1, value, kind])
    return ' '.join(f'{code:x}+{count}{kind}={value}'
                    for code, count, value, kind in known)


def wrapped(text):
    lines = [text[at:at + 72] for at in range(0, len(text), 72)]
    return '(\n' + '\n'.join(f'    {line!r}' for line in lines) + ')'


out = [f'"""Properties of characters in Unicode {unicodedata.unidata_version}.',
       '', 'Made by xtask/tables/unicode_tables.py. Every table is the names of '
       'values,', 'most frequent first, and runs: a length and the letter of a '
       'value.', '"""', '']
for name, function in (
        ('CATEGORY', unicodedata.category),
        ('BIDIRECTIONAL', lambda c: unicodedata.bidirectional(c) or '-'),
        ('WIDTH', unicodedata.east_asian_width),
        ('MIRRORED', lambda c: str(unicodedata.mirrored(c)))):
    names, text = runs(map(function, CHARACTERS))
    out.append(f'{name} = {names!r}, {wrapped(text)}')
out.append('# Code+count, d for digits and n for numbers, and the first value.')
out.append(f'NUMBERS = {wrapped(numbers())}')
out.append(f'VERSION = {unicodedata.unidata_version!r}')
path = pathlib.Path(__file__).parents[2] / 'src/python/lib/_unicode_tables.py'
path.write_text('\n'.join(out) + '\n')
