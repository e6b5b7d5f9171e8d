"""A message: headers, and a text or parts."""

__all__ = ['EmailMessage', 'Message']

import base64
import binascii
import quopri

from ._parameters import params_of, parts_of, text_of, written
from .errors import MultipartConversionError


class Message:
    """Headers in order, found without regard to case, and a payload."""

    def __init__(self, policy=None):
        self.policy = policy
        self._headers = []
        self._payload = None
        self._unixfrom = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    # Headers

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers
                         if pair[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(known.lower() == name for known, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def get(self, name, failobj=None):
        """The first header of a name."""
        name = name.lower()
        for known, value in self._headers:
            if known.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        """All headers of a name, in order."""
        name = name.lower()
        found = [value for known, value in self._headers
                 if known.lower() == name]
        return found or failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(list(self._headers))

    def add_header(self, _name, _value, **_params):
        """A header with parameters; `_` in their names stands for `-`."""
        parts = [] if _value is None else [_value]
        parts += [written(name.replace('_', '-'), value)
                  for name, value in _params.items()]
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        """Another value for the first header of the name, in its place."""
        name = _name.lower()
        for at, (known, _) in enumerate(self._headers):
            if known.lower() == name:
                self._headers[at] = known, _value
                return
        raise KeyError(_name)

    # What kind of message it is

    def get_content_type(self):
        value = self.get('content-type')
        if value is None:
            return self.get_default_type()
        kind = parts_of(value)[0][0].lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header='content-type', unquote=True):
        value = self.get(header)
        return failobj if value is None else params_of(value, unquote)

    def get_param(self, param, failobj=None, header='content-type',
                  unquote=True):
        for name, value in self.get_params((), header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def _set_parts(self, header, pairs, in_place=False):
        texts = [pairs[0][0]] + [written(*pair) for pair in pairs[1:]]
        value = '; '.join(texts)
        if in_place and header in self:
            self.replace_header(header, value)
        elif value != self.get(header):
            del self[header]
            self[header] = value

    def set_param(self, param, value, header='Content-Type', requote=True,
                  charset=None, language='', replace=False):
        """Changes a parameter of a header, or adds it at the end.

        The header becomes the last one, if it is not to be replaced.
        """
        if charset:
            value = charset, language, value
        pairs = self.get_params(None, header) or [('text/plain', '')]
        for at, (name, _) in enumerate(pairs):
            if at and name.lower() == param.lower():
                pairs[at] = name, value
                break
        else:
            pairs.append((param, value))
        self._set_parts(header, pairs, replace)

    def del_param(self, param, header='content-type', requote=True):
        pairs = self.get_params(None, header)
        if pairs is not None:
            self._set_parts(header, pairs[:1] + [
                pair for pair in pairs[1:] if pair[0].lower() != param.lower()])

    def set_type(self, type, header='Content-Type', requote=True):
        """Changes the main value and keeps the parameters."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type' and 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
        pairs = self.get_params(None, header) or [('', '')]
        self._set_parts(header, [(type, '')] + pairs[1:])

    def get_filename(self, failobj=None):
        value = self.get_param('filename', None, 'content-disposition')
        if value is None:
            value = self.get_param('name')
        return failobj if value is None else text_of(value).strip()

    def get_boundary(self, failobj=None):
        value = self.get_param('boundary')
        return failobj if value is None else text_of(value).rstrip()

    def set_boundary(self, boundary):
        self.set_param('boundary', boundary, replace=True)

    def get_content_charset(self, failobj=None):
        value = self.get_param('charset')
        return failobj if value is None else text_of(value).lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else parts_of(value)[0][0].lower()

    # Payload

    def is_multipart(self):
        return isinstance(self._payload, list)

    def attach(self, payload):
        """One part more."""
        if self._payload is None:
            self._payload = []
        if not isinstance(self._payload, list):
            raise TypeError('Attach is not valid on a message with a '
                            'non-multipart payload')
        self._payload.append(payload)

    def set_payload(self, payload, charset=None):
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Headers that say how the text is encoded."""
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
        if 'Content-Type' not in self:
            self['Content-Type'] = 'text/plain'
        from .header import QUOTED, name_of
        charset = name_of(charset)
        self.set_param('charset', charset)
        if 'Content-Transfer-Encoding' in self:
            return
        if charset == 'us-ascii':
            self['Content-Transfer-Encoding'] = '7bit'
            return
        data = str(self._payload or '').encode(charset)
        if charset in QUOTED:
            self._payload = quopri.encodestring(data).decode('ascii')
            self['Content-Transfer-Encoding'] = 'quoted-printable'
            return
        lines = [base64.b64encode(data[at:at + 57]).decode('ascii') + '\n'
                 for at in range(0, len(data), 57)]
        self._payload = ''.join(lines)
        self['Content-Transfer-Encoding'] = 'base64'

    def get_payload(self, i=None, decode=False):
        """The text or the parts; decoded: bytes."""
        payload = self._payload
        if self.is_multipart():
            if decode:
                return None
            return payload if i is None else payload[i]
        if i is not None and not isinstance(payload, list):
            raise TypeError(f'Expected list, got {type(payload)}')
        if not decode or payload is None:
            return payload
        data = payload
        if isinstance(payload, str):
            data = payload.encode('utf-8' if not payload.isascii()
                                  else 'ascii')
        how = str(self.get('content-transfer-encoding', '')).lower().strip()
        if how == 'quoted-printable':
            return quopri.decodestring(data)
        if how == 'base64':
            try:
                return base64.b64decode(data)
            except binascii.Error:
                return data
        return data

    def walk(self):
        """This message and all parts, each before its own parts."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()

    # Text

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole as a text."""
        return self._text(unixfrom, '')

    def _text(self, unixfrom, beyond_ascii):
        """The text; what may be more than ASCII is 'headers' or 'body'."""
        lines = []
        if unixfrom:
            lines.append(self._unixfrom or 'From nobody Thu Jan  1 00:00:00 1970')
        headers, body = self._written(beyond_ascii)
        lines += headers
        return '\n'.join(lines + ['', '']) + body if lines else '\n' + body

    def _written(self, beyond_ascii):
        """The lines of the headers, and what follows them."""
        from .header import Header
        body = self._body(beyond_ascii)
        lines = []
        for name, value in self._headers:
            if isinstance(value, Header):
                value = value.encode()
            elif not value.isascii():
                # Only bytes have an end to their lines.
                longest = 78 if beyond_ascii == 'body' else 0
                value = Header(value, 'utf-8', longest, name).encode()
            lines.append(f'{name}: {value}')
        return lines, body

    def _body(self, beyond_ascii):
        if not self.is_multipart():
            return '' if self._payload is None else str(self._payload)
        texts = [part._text(False, beyond_ascii) for part in self._payload]
        if self.get_content_maintype() == 'message':
            return ''.join(texts)
        boundary = self.get_boundary()
        if boundary is None:
            boundary = _unused_boundary('\n'.join(texts))
            self.set_boundary(boundary)
        out = [] if self.preamble is None else [self.preamble + '\n']
        out += [f'--{boundary}\n{text}\n' for text in texts]
        out.append(f'--{boundary}--\n')
        if self.epilogue is not None:
            out.append(self.epilogue)
        return ''.join(out)

    def __str__(self):
        return self.as_string()

    def as_bytes(self, unixfrom=False, policy=None):
        return self._text(unixfrom, 'body').encode('utf-8')

    def __bytes__(self):
        return self.as_bytes()


def _unused_boundary(text):
    number = 0
    while f'==============={number:019d}==' in text:
        number += 1
    return f'==============={number:019d}=='


class EmailMessage(Message):
    """A message whose text is set and read as a whole."""

    def set_content(self, content, *args, **kw):
        """Makes this a message with this text, these bytes or this message."""
        if self.get_content_maintype() == 'multipart':
            raise TypeError('set_content not valid on multipart')
        from . import _content
        if isinstance(content, str):
            setter = _content.set_text
        elif isinstance(content, (bytes, bytearray, memoryview)):
            setter = _content.set_bytes
        elif isinstance(content, Message):
            setter = _content.set_message
        else:
            raise KeyError(type(content).__qualname__)
        self.clear_content()
        setter(self, content, *args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'

    def clear_content(self):
        """Forgets the content and what headers say about it."""
        self._headers = [pair for pair in self._headers
                         if not _is_of_content(pair[0])]
        self._payload = None

    def clear(self):
        self._headers = []
        self._payload = None

    def get_content(self):
        """The text, decoded; bytes or a message if it is none."""
        if self.get_content_maintype() == 'message':
            return self.get_payload(0)
        if self.is_multipart():
            raise KeyError(self.get_content_type())
        payload = self._payload
        if isinstance(payload, str) and not payload.isascii():
            return payload
        data = self.get_payload(decode=True)
        if self.get_content_maintype() != 'text':
            return data
        return data.decode(self.get_content_charset('ascii'), 'replace')

    def is_attachment(self):
        return self.get_content_disposition() == 'attachment'

    # Parts

    def iter_parts(self):
        if self.is_multipart():
            yield from self._payload

    def iter_attachments(self):
        """The parts that say they are attachments."""
        for part in self.iter_parts():
            if part.get_content_disposition() == 'attachment':
                yield part

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """The part that fits best to be shown first; None if none does."""
        found = {}
        for kind, part in self._bodies():
            found.setdefault(kind, part)
        for kind in preferencelist:
            if kind in found:
                return found[kind]
        return None

    def _bodies(self):
        if self.is_attachment():
            return
        subtype = self.get_content_subtype()
        if self.get_content_maintype() == 'text':
            yield subtype, self
        elif self.get_content_maintype() == 'multipart':
            parts = list(self.iter_parts())
            if subtype == 'related':
                yield subtype, self
                # What the others belong to.
                parts = parts[:1]
            for part in parts:
                yield from part._bodies()

    def make_related(self, boundary=None):
        self._make_multipart('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart('mixed', (), boundary)

    def _make_multipart(self, subtype, outer, boundary):
        """What the message is becomes its first part."""
        if self.get_content_maintype() == 'multipart':
            known = self.get_content_subtype()
            if known in (*outer, subtype):
                raise ValueError(f'Cannot convert {known} to {subtype}')
        about = [pair for pair in self._headers if _is_of_content(pair[0])]
        parts = []
        if about:
            part = type(self)(self.policy)
            part._headers, part._payload = about, self._payload
            parts.append(part)
        self.clear_content()
        self._payload = parts
        self['Content-Type'] = f'multipart/{subtype}'
        if boundary is not None:
            self.set_param('boundary', boundary)

    def add_related(self, *args, **kw):
        """One part more, which the first one needs."""
        self._add('related', 'inline', args, kw)

    def add_alternative(self, *args, **kw):
        """The same in another form."""
        self._add('alternative', None, args, kw)

    def add_attachment(self, *args, **kw):
        self._add('mixed', 'attachment', args, kw)

    def _add(self, kind, disposition, args, kw):
        if self.get_content_type() != f'multipart/{kind}':
            getattr(self, f'make_{kind}')()
        part = type(self)(self.policy)
        part.set_content(*args, **kw)
        if disposition is not None and 'content-disposition' not in part:
            part['Content-Disposition'] = disposition
        self.attach(part)

    def attach(self, payload):
        if self._payload is not None and not self.is_multipart():
            raise MultipartConversionError(
                f'Cannot convert {self.get_content_maintype()} to mixed')
        super().attach(payload)

    # Text

    def __str__(self):
        return self._text(False, 'headers')

    def as_bytes(self, unixfrom=False, policy=None):
        text = self._text(unixfrom, 'body')
        if text.isascii():
            return text.encode('ascii')
        return text.encode(self.get_content_charset('utf-8'))

    def _written(self, beyond_ascii):
        from ._content import header_line, in_base64
        payload = self._payload
        if (beyond_ascii == 'body' or not isinstance(payload, str)
                or payload.isascii()):
            body = self._body(beyond_ascii)
            headers = self._headers
        else:
            # Bytes would have it as it is.
            body = in_base64(payload.encode(self.get_content_charset('utf-8')))
            headers = [(name, 'base64') if name.lower()
                       == 'content-transfer-encoding' else (name, value)
                       for name, value in self._headers]
        return [header_line(name, value, beyond_ascii == 'headers')
                for name, value in headers], body


def _is_of_content(name):
    return name.lower().startswith('content-')
