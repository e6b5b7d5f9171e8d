"""Decimals as texts."""

import re

from ._rounding import ROUND_HALF_EVEN, digits, round_off


def scientific(number, capitals=1, engineering=False):
    """The text of `str`, or with an exponent in steps of three."""
    sign = '-' if number._sign else ''
    exponent = number._exp
    if isinstance(exponent, str):
        if exponent == 'F':
            return sign + 'Infinity'
        payload = str(number._int) if number._int else ''
        return f'{sign}{"s" if exponent == "N" else ""}NaN{payload}'
    shown = str(number._int)
    # Where the point stands, counted from the left of the digits.
    left = exponent + len(shown)
    if exponent <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif not number._int:
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    if place <= 0:
        whole, fraction = '0', '.' + '0' * -place + shown
    elif place >= len(shown):
        whole, fraction = shown + '0' * (place - len(shown)), ''
    else:
        whole, fraction = shown[:place], '.' + shown[place:]
    if left == place:
        return sign + whole + fraction
    letter = 'E' if capitals else 'e'
    return f'{sign}{whole}{fraction}{letter}{left - place:+}'


_SPEC = re.compile(r'''
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ])?
    (?P<no_negative_zero>z)?
    (?P<alternate>\#)?
    (?P<zero>0)?
    (?P<width>\d+)?
    (?P<grouping>[,_])?
    (?:\.(?P<precision>\d+))?
    (?P<type>[eEfFgGn%])?''', re.VERBOSE | re.DOTALL)


def formatted(number, specifier, context):
    """`format(number, specifier)`"""
    found = _SPEC.fullmatch(specifier)
    if found is None or found['zero'] and found['fill']:
        if found is None or found['align'] is None:
            raise ValueError('invalid format string')
    fill, align = found['fill'], found['align']
    if found['zero']:
        fill, align = fill or '0', align or '='
    fill, align = fill or ' ', align or '>'
    kind = found['type']
    precision = None if found['precision'] is None else int(
        found['precision'])
    sign_number = number._sign
    if isinstance(number._exp, str):
        body = scientific(number).lstrip('-')
        if kind == '%':
            body += '%'
        if found['zero'] and not found['fill']:
            fill, align = ' ', '>'
        whole, rest = body, ''
        return _laid_out(_sign(sign_number, found['sign']), whole, rest,
                         fill, align, int(found['width'] or 0), '')
    coefficient, exponent = number._int, number._exp
    if kind == '%':
        exponent += 2 if coefficient else min(2, max(-exponent, 0))
    coefficient, exponent = _rounded(coefficient, exponent, sign_number,
                                     kind, precision, context.rounding)
    if found['no_negative_zero'] and not coefficient:
        sign_number = 0
    whole, rest = _digits(coefficient, exponent, kind, precision,
                          context.capitals)
    if kind == '%':
        rest += '%'
    grouping = found['grouping'] or ''
    return _laid_out(_sign(sign_number, found['sign']), whole, rest, fill,
                     align, int(found['width'] or 0), grouping)


def _sign(negative, option):
    return '-' if negative else option if option in ('+', ' ') else ''


def _rounded(coefficient, exponent, sign, kind, precision, mode):
    if precision is None:
        return coefficient, exponent
    if kind in ('e', 'E'):
        drop = digits(coefficient) - precision - 1
    elif kind in ('f', 'F', '%'):
        drop = -precision - exponent
    else:
        drop = digits(coefficient) - max(precision, 1)
    if drop > 0:
        before = digits(coefficient)
        coefficient, _ = round_off(coefficient, drop, sign, mode)
        exponent += drop
        if kind not in ('f', 'F', '%') and digits(
                coefficient) > before - drop:
            coefficient //= 10
            exponent += 1
    elif drop < 0 and kind in ('f', 'F', '%', 'e', 'E') and coefficient:
        coefficient *= 10**-drop
        exponent += drop
    elif kind in ('f', 'F', '%') and exponent > -precision:
        exponent = -precision
    return coefficient, exponent


def _digits(coefficient, exponent, kind, precision, capitals):
    """The digits before the point, and what follows them."""
    shown = str(coefficient)
    left = exponent + len(shown)
    if kind in ('f', 'F', '%'):
        place = left
    elif kind in ('e', 'E'):
        if not coefficient and precision is not None:
            # Zeros have as many places as were asked for; that CPython
            # then counts them into the exponent, too, is how it is.
            shown = '0' * (precision + 1)
            left = exponent + len(shown)
        place = 1
    elif exponent <= 0 and left > -6:
        place = left
    else:
        place = 1
    if place <= 0:
        whole, rest = '0', '.' + '0' * -place + shown
    elif place >= len(shown):
        whole, rest = shown + '0' * (place - len(shown)), ''
    else:
        whole, rest = shown[:place], '.' + shown[place:]
    if left != place or kind in ('e', 'E'):
        upper = kind in ('E', 'G') or (kind is None and capitals)
        rest += f'{"E" if upper else "e"}{left - place:+}'
    return whole, rest


def _laid_out(sign, whole, rest, fill, align, width, grouping):
    if grouping:
        room = 0
        if fill == '0' and align == '=':
            room = width - len(sign) - len(rest)
        whole = _grouped(whole, grouping, room)
    body = whole + rest
    missing = max(width - len(sign) - len(body), 0)
    if align == '=':
        return sign + fill * missing + body
    text = sign + body
    if align == '<':
        return text + fill * missing
    if align == '>':
        return fill * missing + text
    before = missing // 2
    return fill * before + text + fill * (missing - before)


def _grouped(whole, separator, room):
    """Digits in groups of three; zeros fill up the room."""
    while len(whole) + (len(whole) - 1) // 3 < room:
        whole = '0' + whole
    groups = []
    while len(whole) > 3:
        whole, last = whole[:-3], whole[-3:]
        groups.append(last)
    return separator.join([whole, *reversed(groups)])
