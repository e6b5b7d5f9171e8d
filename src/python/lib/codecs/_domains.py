"""Names of domains in ASCII: punycode (RFC 3492) and IDNA (RFC 3490)."""

import unicodedata

_BASE, _LEAST, _MOST, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'
_DOTS = '\u3002\uff0e\uff61'


def _adapted(delta, count, first):
    delta = delta // _DAMP if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > (_BASE - _LEAST) * _MOST // 2:
        delta //= _BASE - _LEAST
        steps += _BASE
    return steps + (_BASE - _LEAST + 1) * delta // (delta + _SKEW)


def _threshold(place, bias):
    return min(max(place - bias, _LEAST), _MOST)


def punycode_encode(text, errors='strict'):
    plain = [sign for sign in text if sign < '\x80']
    out = plain + ['-'] * bool(plain)
    done = len(plain)
    code, delta, bias = 0x80, 0, 72
    while done < len(text):
        lowest = min([ord(sign) for sign in text if ord(sign) >= code])
        delta += (lowest - code) * (done + 1)
        code = lowest
        for sign in text:
            if ord(sign) < code:
                delta += 1
            elif ord(sign) == code:
                rest, place = delta, _BASE
                while rest >= (limit := _threshold(place, bias)):
                    rest, digit = divmod(rest - limit, _BASE - limit)
                    out.append(_DIGITS[limit + digit])
                    place += _BASE
                out.append(_DIGITS[rest])
                bias = _adapted(delta, done + 1, done == len(plain))
                delta = 0
                done += 1
        delta += 1
        code += 1
    return ''.join(out).encode('ascii')


def punycode_decode(data, errors='strict'):
    text = bytes(data).decode('ascii')
    plain, _, digits = text.rpartition('-')
    out = list(plain)
    code, place, bias = 0x80, 0, 72
    at = 0
    while at < len(digits):
        before, weight, step = place, 1, _BASE
        while True:
            if at == len(digits):
                raise UnicodeError('incomplete punicode string')
            digit = _DIGITS.find(digits[at].lower())
            if digit < 0:
                raise UnicodeError(
                    f"Invalid extended code point '{digits[at]}'")
            at += 1
            place += digit * weight
            limit = _threshold(step, bias)
            if digit < limit:
                break
            weight *= _BASE - limit
            step += _BASE
        bias = _adapted(place - before, len(out) + 1, before == 0)
        more, place = divmod(place, len(out) + 1)
        code += more
        if code > 0x10ffff:
            raise UnicodeError(f'Invalid character U+{code:x}')
        out.insert(place, chr(code))
        place += 1
    return ''.join(out)


def _to_ascii(label):
    if label.isascii():
        made = label.encode('ascii')
    else:
        label = unicodedata.normalize('NFC', label.casefold())
        made = label.encode('ascii') if label.isascii() \
            else b'xn--' + punycode_encode(label)
    if not 0 < len(made) < 64:
        raise UnicodeError('label empty or too long')
    return made


def idna_encode(text, errors='strict'):
    if not text:
        return b''
    for dot in _DOTS:
        text = text.replace(dot, '.')
    labels = text.split('.')
    end = b''
    if not labels[-1]:
        labels.pop()
        end = b'.'
    return b'.'.join([_to_ascii(label) for label in labels]) + end


def idna_decode(data, errors='strict'):
    labels = []
    for label in bytes(data).split(b'.'):
        if label[:4].lower() == b'xn--':
            text = punycode_decode(label[4:])
            if _to_ascii(text) != label.lower():
                raise UnicodeError('IDNA does not round-trip', label,
                                   _to_ascii(text))
            labels.append(text)
        else:
            labels.append(label.decode('ascii'))
    return '.'.join(labels)
