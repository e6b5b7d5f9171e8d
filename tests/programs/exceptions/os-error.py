# OSError: its arguments, attributes, and the subclass that an errno chooses.
import errno

for source in r'''
OSError().args, OSError('a').args, OSError(2, 'No').args, OSError(2, 'No', 'f').args, OSError(2, 'No', 'f', None, 'g').args, OSError(1, 2, 3, 4, 5, 6).args
str(OSError(2, 'No')), str(OSError(2, 'No', 'file')), str(OSError(2, 'No', 'a', None, 'b')), str(OSError('just')), str(OSError()), repr(OSError(2, 'No', 'f')), repr(OSError('x')), str(OSError(None, None)), str(OSError(2, 'No', b'bytes'))
OSError(2, 'No', 'f').errno, OSError(2, 'No', 'f').strerror, OSError(2, 'No', 'f').filename, OSError(2, 'No', 'f').filename2, OSError('x').errno, OSError('x').strerror, OSError('x').filename, OSError(2, 'No', 'a', None, 'b').filename2
type(OSError(2, 'x')).__name__, type(OSError(errno.EACCES, 'x')).__name__, type(OSError(errno.EEXIST, 'x')).__name__, type(OSError(errno.EPIPE, 'x')).__name__, type(OSError(errno.ECONNREFUSED, 'x')).__name__, type(OSError(errno.ETIMEDOUT, 'x')).__name__, type(OSError(errno.EINTR, 'x')).__name__, type(OSError(errno.EAGAIN, 'x')).__name__, type(OSError(errno.ECHILD, 'x')).__name__, type(OSError(errno.EISDIR, 'x')).__name__, type(OSError(errno.ENOTDIR, 'x')).__name__, type(OSError(errno.ESRCH, 'x')).__name__, type(OSError(errno.ECONNRESET, 'x')).__name__, type(OSError(errno.ECONNABORTED, 'x')).__name__, type(OSError(99999, 'x')).__name__, type(OSError(2)).__name__
type(PermissionError(2, 'x')).__name__, type(FileNotFoundError()).__name__, FileNotFoundError(2, 'x').errno, str(FileNotFoundError('msg')), isinstance(OSError(13, 'x'), PermissionError), type(IOError(13, 'x')).__name__, EnvironmentError is OSError, str(TimeoutError()), str(TimeoutError('late')), TimeoutError(110, 'x').errno
BlockingIOError(11, 'x').errno, ConnectionError('x').args, issubclass(BrokenPipeError, ConnectionError), issubclass(ConnectionError, OSError)
OSError(2, 'No').filename is None, OSError(2, 'No').__reduce__(), OSError(2, 'No', 'f').__reduce__()
errno.errorcode[2], errno.ENOENT, errno.EACCES, errno.errorcode[errno.EPIPE], errno.EEXIST
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
