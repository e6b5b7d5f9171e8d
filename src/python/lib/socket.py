"""Names of `socket`. The playground has no network yet."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST = 1, 2, 9, 6
IPPROTO_TCP, IPPROTO_UDP, TCP_NODELAY = 6, 17, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096

error = OSError
timeout = TimeoutError


class herror(OSError):
    """An address could not be found."""


class gaierror(OSError):
    """A name could not be found."""


def _refuse(what):
    raise OSError(38, f'socket.{what}() does not work here: the playground '
                  'has no network')


class socket:
    """Cannot be made."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _refuse('socket')


SocketType = socket


def create_connection(address, *args, **kwargs):
    _refuse('create_connection')


def create_server(address, **kwargs):
    _refuse('create_server')


def socketpair(*args):
    _refuse('socketpair')


def getaddrinfo(host, port, *args, **kwargs):
    raise gaierror(-3, 'Temporary failure in name resolution')


def gethostbyname(hostname):
    raise gaierror(-3, 'Temporary failure in name resolution')


def gethostname():
    return 'playground'


def getfqdn(name=''):
    return name or 'playground'


def getdefaulttimeout():
    return None


def setdefaulttimeout(timeout):
    """There are no sockets that it could hold for."""


def htons(x, /):
    return (x & 255) << 8 | x >> 8


ntohs = htons


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, 'little'), 'big')


ntohl = htonl


def inet_aton(ip_string, /):
    parts = ip_string.split('.')
    if len(parts) != 4 or not all(
            part.isdigit() and int(part) < 256 for part in parts):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(map(int, parts))


def inet_ntoa(packed_ip, /):
    return '.'.join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    """The bytes of an address of IPv4 or IPv6."""
    if address_family == AF_INET:
        return inet_aton(ip_string)
    front, gap, back = ip_string.partition('::')
    words = [_words(part) for part in (front, back)]
    missing = 8 - sum(map(len, words))
    if '::' in back or (missing < 1 if gap else missing):
        raise OSError('illegal IP address string passed to inet_pton')
    all_words = words[0] + [0] * missing + words[1]
    return b''.join(word.to_bytes(2, 'big') for word in all_words)


def _words(text):
    """The 16-bit parts of a piece of an IPv6 address."""
    words = []
    parts = text.split(':') if text else []
    for at, part in enumerate(parts):
        if '.' in part and at == len(parts) - 1:
            packed = inet_aton(part)
            words += [packed[0] << 8 | packed[1], packed[2] << 8 | packed[3]]
        elif 0 < len(part) < 5 and all(
                sign in '0123456789abcdefABCDEF' for sign in part):
            words.append(int(part, 16))
        else:
            raise OSError('illegal IP address string passed to inet_pton')
    return words


def inet_ntop(address_family, packed_ip, /):
    """The text of an address; the longest run of zeros becomes `::`."""
    if address_family == AF_INET:
        return inet_ntoa(packed_ip)
    if len(packed_ip) != 16:
        raise ValueError('invalid length of packed IP address string')
    words = [f'{packed_ip[at] << 8 | packed_ip[at + 1]:x}'
             for at in range(0, 16, 2)]
    text = ':'.join(words)
    for count in range(8, 1, -1):
        zeros = ':'.join('0' * count)
        place = f':{text}:'.find(f':{zeros}:')
        if place >= 0:
            end = place + len(zeros)
            return (text[:place].rstrip(':') + '::'
                    + text[end:].lstrip(':'))
    return text
