"""What a program may ask of its system. Files and processes there are none."""

import sys

from . import path
from .path import fspath

name = 'posix'
sep = '/'
altsep = None
extsep = '.'
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
defpath = '/bin:/usr/bin'
error = OSError

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL = 0, 1, 2, 64, 128
O_TRUNC, O_APPEND, O_NONBLOCK = 512, 1024, 2048
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

# As in a container with one process and one core.
_PID = 1

environ = {'HOME': '/', 'LANG': 'C.UTF-8', 'PATH': defpath, 'PWD': '/',
           'PYTHONHASHSEED': '0', 'TZ': 'UTC', 'USER': 'visitor'}


class PathLike:
    """Anything with `__fspath__`."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__fspath__')

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    """Changes what child processes would see."""


def unsetenv(name, /):
    """Changes what child processes would see."""


def getpid():
    return _PID


def getppid():
    return 0


def getuid():
    return 1000


def geteuid():
    return 1000


def getgid():
    return 1000


def getlogin():
    return 'visitor'


def cpu_count():
    return 1


process_cpu_count = cpu_count


def sched_getaffinity(pid, /):
    return {0}


def getcwd():
    return '/'


def getcwdb():
    return b'/'


def uname():
    """What `platform` shows too."""
    from collections import namedtuple
    result = namedtuple('uname_result',
                        'sysname nodename release version machine')
    return result('Coroscope', 'playground', '1', '1', 'wasm32')


def urandom(size, /):
    """Bytes that depend on the run's seed alone."""
    global _random
    if _random is None:
        from random import SystemRandom
        _random = SystemRandom()
    return _random.randbytes(size)


_random = None


def strerror(code, /):
    return _messages.get(code, f'Unknown error {code}')


_messages = {
    1: 'Operation not permitted', 2: 'No such file or directory',
    3: 'No such process', 4: 'Interrupted system call',
    5: 'Input/output error', 9: 'Bad file descriptor',
    11: 'Resource temporarily unavailable', 12: 'Cannot allocate memory',
    13: 'Permission denied', 17: 'File exists', 20: 'Not a directory',
    21: 'Is a directory', 22: 'Invalid argument', 32: 'Broken pipe',
    104: 'Connection reset by peer', 110: 'Connection timed out',
    111: 'Connection refused',
}


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def get_terminal_size(fd=1, /):
    """The playground's output is taken for 80 columns."""
    from collections import namedtuple
    return namedtuple('terminal_size', 'columns lines')(80, 24)


def isatty(fd, /):
    return False


def _exit(status):
    """Ends the program; unlike CPython's it still runs `finally` blocks."""
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


def __getattr__(attribute):
    if attribute in _FILES:
        return _refusing(attribute, 'has no file system')
    if attribute in _PROCESSES:
        return _refusing(attribute, 'cannot start or signal processes')
    raise AttributeError(f"module 'os' has no attribute {attribute!r}")


_FILES = frozenset('''
    access chdir chmod chown close closerange dup dup2 fdopen fstat fsync link
    listdir lstat makedirs mkdir mkfifo open pipe read readlink remove
    removedirs rename renames replace rmdir scandir sendfile stat symlink
    truncate unlink utime walk write'''.split())
_PROCESSES = frozenset('''
    execl execv execve fork forkpty kill killpg nice popen posix_spawn
    spawnl spawnv startfile system times wait waitpid'''.split())


def _refusing(function, reason):
    def refuse(*args, **kwargs):
        raise OSError(38, f'os.{function}() does not work here: '
                      f'the playground {reason}')
    refuse.__name__ = refuse.__qualname__ = function
    return refuse


sys.modules['os.path'] = path
