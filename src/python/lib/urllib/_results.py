"""What taking an address apart gives: of texts, and of bytes."""

from collections import namedtuple


class _Text:
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        """The same as bytes."""
        return self._encoded_counterpart._make(
            [part.encode(encoding, errors) for part in self])


class _Bytes:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        """The same as text."""
        return self._decoded_counterpart._make(
            [part.decode(encoding, errors) for part in self])


class _Host:
    """User, host and port: a class says with which signs they are written."""

    __slots__ = ()

    @property
    def _user(self):
        at, colon = self._signs[:2]
        user, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, found, password = user.partition(colon)
        return name, password if found else None

    @property
    def username(self):
        return self._user[0]

    @property
    def password(self):
        return self._user[1]

    @property
    def _place(self):
        at, colon, opening, closing, _ = self._signs
        place = self.netloc.rpartition(at)[2]
        _, found, bracketed = place.partition(opening)
        if found:
            host, _, rest = bracketed.partition(closing)
            port = rest.partition(colon)[2]
        else:
            host, _, port = place.partition(colon)
        return host or None, port or None

    @property
    def hostname(self):
        host = self._place[0]
        if host is None:
            return None
        # The zone of an IPv6 address may have capitals.
        name, percent, zone = host.partition(self._signs[4])
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._place[1]
        if port is None:
            return None
        if not (port.isascii() and port.isdigit()):
            raise ValueError(
                f'Port could not be cast to integer value as {port!r}')
        port = int(port)
        if port > 65535:
            raise ValueError('Port out of range 0-65535')
        return port


class _TextHost(_Host, _Text):
    __slots__ = ()
    _signs = '@', ':', '[', ']', '%'


class _BytesHost(_Host, _Bytes):
    __slots__ = ()
    _signs = b'@', b':', b'[', b']', b'%'


_Defrag = namedtuple('DefragResult', 'url fragment')
_Split = namedtuple('SplitResult', 'scheme netloc path query fragment')
_Parse = namedtuple('ParseResult',
                    'scheme netloc path params query fragment')


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResult(_Split, _TextHost):
    __slots__ = ()

    def geturl(self):
        from .parse import urlunsplit
        return urlunsplit(self)


class SplitResultBytes(_Split, _BytesHost):
    __slots__ = ()
    geturl = SplitResult.geturl


class ParseResult(_Parse, _TextHost):
    __slots__ = ()

    def geturl(self):
        from .parse import urlunparse
        return urlunparse(self)


class ParseResultBytes(_Parse, _BytesHost):
    __slots__ = ()
    geturl = ParseResult.geturl


for _text, _bytes in ((DefragResult, DefragResultBytes),
                      (SplitResult, SplitResultBytes),
                      (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
    _text.__module__ = _bytes.__module__ = 'urllib.parse'
del _text, _bytes
