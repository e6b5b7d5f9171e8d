"""Mail messages: reading, making and writing them (RFC 5322 and 2045).

There are messages as of the policy `compat32`, and `EmailMessage`; the modules
`policy`, `generator` and `charset` are not here.
"""

__all__ = ['errors', 'message', 'message_from_binary_file',
           'message_from_bytes', 'message_from_file', 'message_from_string',
           'parser', 'utils']


def message_from_string(s, *args, **kws):
    from email.parser import Parser
    return Parser(*args, **kws).parsestr(s)


def message_from_bytes(s, *args, **kws):
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parsebytes(s)


def message_from_file(fp, *args, **kws):
    from email.parser import Parser
    return Parser(*args, **kws).parse(fp)


def message_from_binary_file(fp, *args, **kws):
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parse(fp)
