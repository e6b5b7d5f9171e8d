"""Status codes and methods of HTTP. There is no network to use them on."""

__all__ = ['HTTPMethod', 'HTTPStatus']

from enum import IntEnum, StrEnum

# The registry of IANA, under the names of Python 3.11.
_CODES = '''
100 Continue, 101 Switching Protocols, 102 Processing, 103 Early Hints, 200 OK,
201 Created, 202 Accepted, 203 Non-Authoritative Information, 204 No Content,
205 Reset Content, 206 Partial Content, 207 Multi-Status, 208 Already Reported,
226 IM Used, 300 Multiple Choices, 301 Moved Permanently, 302 Found,
303 See Other, 304 Not Modified, 305 Use Proxy, 307 Temporary Redirect,
308 Permanent Redirect, 400 Bad Request, 401 Unauthorized,
402 Payment Required, 403 Forbidden, 404 Not Found, 405 Method Not Allowed,
406 Not Acceptable, 407 Proxy Authentication Required, 408 Request Timeout,
409 Conflict, 410 Gone, 411 Length Required, 412 Precondition Failed,
413 Request Entity Too Large, 414 Request-URI Too Long,
415 Unsupported Media Type, 416 Requested Range Not Satisfiable,
417 Expectation Failed, 418 I'm a Teapot, 421 Misdirected Request,
422 Unprocessable Entity, 423 Locked, 424 Failed Dependency, 425 Too Early,
426 Upgrade Required, 428 Precondition Required, 429 Too Many Requests,
431 Request Header Fields Too Large, 451 Unavailable For Legal Reasons,
500 Internal Server Error, 501 Not Implemented, 502 Bad Gateway,
503 Service Unavailable, 504 Gateway Timeout, 505 HTTP Version Not Supported,
506 Variant Also Negotiates, 507 Insufficient Storage, 508 Loop Detected,
510 Not Extended, 511 Network Authentication Required
'''


class _Status(IntEnum):
    """What a code means; `description` is left empty here."""

    def __new__(cls, value, phrase, description=''):
        self = int.__new__(cls, value)
        self._value_ = value
        self.phrase = phrase
        self.description = description
        return self

    is_informational = property(lambda self: 100 <= self <= 199)
    is_success = property(lambda self: 200 <= self <= 299)
    is_redirection = property(lambda self: 300 <= self <= 399)
    is_client_error = property(lambda self: 400 <= self <= 499)
    is_server_error = property(lambda self: 500 <= self <= 599)


def _members():
    for entry in _CODES.replace('\n', ' ').split(','):
        code, _, phrase = entry.strip().partition(' ')
        name = phrase.upper().replace(' ', '_').replace('-', '_')
        yield name.replace("'", ''), (int(code), phrase)


HTTPStatus = _Status('HTTPStatus', list(_members()), module='http')


class HTTPMethod(StrEnum):
    """What a request asks for; `description` is left empty here."""

    CONNECT = 'CONNECT'
    DELETE = 'DELETE'
    GET = 'GET'
    HEAD = 'HEAD'
    OPTIONS = 'OPTIONS'
    PATCH = 'PATCH'
    POST = 'POST'
    PUT = 'PUT'
    TRACE = 'TRACE'

    description = property(lambda self: '')

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}>'
