"""What a message is given as its content, and how that is written."""

import base64
import binascii
import re

from ._parameters import parts_of, written
from .header import encoded_word

_LONGEST_LINE = 78


def set_text(message, text, subtype='plain', charset='utf-8', cte=None,
             disposition=None, filename=None, cid=None, params=None,
             headers=None):
    """Makes a text the content."""
    _prepare(message, 'text', subtype, headers)
    message.set_param('charset', _charset_name(charset), replace=True)
    lines = text.splitlines()
    text = ''.join([line + '\n' for line in lines])
    data = text.encode(charset)
    if cte is None:
        cte = _way_for(text, data)
    if cte == 'base64':
        text = in_base64(data)
    elif cte == 'quoted-printable':
        text = _quoted(data.splitlines())
    elif cte not in ('7bit', '8bit'):
        raise ValueError(f'Unknown content transfer encoding {cte}')
    message._payload = text
    message['Content-Transfer-Encoding'] = cte
    _finish(message, disposition, filename, cid, params)


def set_bytes(message, data, maintype, subtype, cte='base64',
              disposition=None, filename=None, cid=None, params=None,
              headers=None):
    """Makes bytes the content."""
    _prepare(message, maintype, subtype, headers)
    if cte == 'base64':
        message._payload = in_base64(bytes(data))
    elif cte == 'quoted-printable':
        message._payload = binascii.b2a_qp(data, istext=False).decode('ascii')
    else:
        message._payload = bytes(data).decode('ascii')
    message['Content-Transfer-Encoding'] = cte
    _finish(message, disposition, filename, cid, params)


def set_message(message, inner, subtype='rfc822', cte=None, disposition=None,
                filename=None, cid=None, params=None, headers=None):
    """Makes another message the content."""
    _prepare(message, 'message', subtype, headers)
    message._payload = [inner]
    message['Content-Transfer-Encoding'] = cte or '8bit'
    _finish(message, disposition, filename, cid, params)


def _prepare(message, maintype, subtype, headers):
    message['Content-Type'] = f'{maintype}/{subtype}'
    for header in headers or ():
        name, _, value = header.partition(':')
        message[name] = value.strip()


def _finish(message, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = 'attachment'
    if disposition is not None:
        message['Content-Disposition'] = disposition
    if filename is not None:
        message.set_param('filename', filename, 'Content-Disposition',
                          replace=True)
    if cid is not None:
        message['Content-ID'] = cid
    for name, value in (params or {}).items():
        message.set_param(name, value)


def _charset_name(charset):
    return {'utf8': 'utf-8', 'ascii': 'us-ascii', 'latin-1': 'iso-8859-1',
            'latin1': 'iso-8859-1'}.get(charset.lower(), charset.lower())


def _way_for(text, data):
    """The transfer encoding that is shortest."""
    lines = data.split(b'\n')
    if max(map(len, lines)) <= _LONGEST_LINE:
        return '7bit' if text.isascii() else '8bit'
    first = lines[:10]
    return 'quoted-printable' if len(_quoted(first)) <= len(
        binascii.b2a_base64(b'\n'.join(first))) else 'base64'


def in_base64(data):
    return base64.encodebytes(data).decode('ascii')


def _quoted(lines):
    """Quoted-printable with lines as long as a message may have."""
    out = []
    for line in lines:
        row = ''
        for at, byte in enumerate(line):
            sign = chr(byte)
            if not (' ' <= sign <= '~' or sign == '\t') or sign == '=' or (
                    sign in ' \t' and at == len(line) - 1):
                sign = f'={byte:02X}'
            # The last sign of a line needs no room for a `=` behind it.
            room = _LONGEST_LINE - (at < len(line) - 1)
            if len(row) + len(sign) > room:
                out.append(row + '=')
                row = ''
            row += sign
        out.append(row)
    return ''.join([row + '\n' for row in out])


# Writing

def header_line(name, value, beyond_ascii=False):
    """A header as it stands in a text, which may know ASCII only."""
    value = str(value)
    if name.lower().startswith('content-'):
        pairs = parts_of(value)
        if len(pairs) > 1 and not value.isascii():
            from .utils import unquote
            value = '; '.join([pairs[0][0]] + [
                written(key, unquote(text)) for key, text in pairs[1:]])
        return _broken(f'{name}: {value}')
    if not value.isascii() and not beyond_ascii:
        value = _encoded(value)
    return f'{name}: {value}'


def _broken(line):
    """A long line goes on behind a parameter."""
    rows = ['']
    for part in line.split('; '):
        joined = f'{rows[-1]}; {part}' if rows[-1] else part
        if len(joined) > _LONGEST_LINE and rows[-1]:
            rows[-1] += ';'
            rows.append(' ' + part)
        else:
            rows[-1] = joined
    return '\n'.join(rows)


def _encoded(value):
    """With the words from the first to the last that is not ASCII in one
    encoded word (RFC 2047)."""
    words = re.split('( )', value)
    foreign = [at for at, word in enumerate(words) if not word.isascii()]
    start, end = foreign[0], foreign[-1] + 1
    words[start:end] = [encoded_word(''.join(words[start:end]), 'utf-8', 4)]
    return ''.join(words)
