"""What a program may ask of its system: one process with files in memory."""

import sys
from abc import ABC, abstractmethod

from . import path
from ._environment import (
    environ, environb, get_exec_path, getenv, getenvb, putenv, unsetenv)
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
O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE = 0, 1, 2, 3
O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 64, 128, 512, 1024
O_NONBLOCK, O_DIRECTORY, O_CLOEXEC = 2048, 65536, 524288
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE,
 EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL,
 EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

# As in a container with one process and one core.
_PID = 1

class PathLike(ABC):
    """Anything with `__fspath__`."""

    @abstractmethod
    def __fspath__(self):
        """The path as text or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not PathLike:
            return NotImplemented
        return hasattr(other, '__fspath__')

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


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
    from _files._errors import MESSAGES
    return MESSAGES.get(code, f'Unknown error {code}')


def fsencode(filename):
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode('utf-8', 'surrogateescape')
    return filename


def fsdecode(filename):
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode('utf-8', 'surrogateescape')
    return filename


def isatty(fd, /):
    return False


def _exit(status):
    from atexit import _leave
    _leave(status)


def abort():
    _exit(134)


# Modules that are loaded when first used.
__lazy__ = {
    '_calls': '''
        access chdir chmod chown close closerange dup dup2 fchdir fchmod
        fdopen fstat fsync fdatasync ftruncate getcwd getcwdb lchown link
        listdir lseek lstat mkdir open pipe read readlink remove rename
        replace rmdir stat stat_result symlink sync truncate umask unlink
        utime write''',
    '_terminal': 'get_terminal_size terminal_size',
    '_walks': 'DirEntry scandir makedirs removedirs renames walk fwalk',
    '_processes': '''
        execl execle execlp execv execve execvp fork forkpty killpg nice popen
        posix_spawn spawnl spawnv startfile system times wait waitpid''',
}


def kill(pid, signal, /):
    """Sends a signal; there is no other process than this one."""
    if pid != getpid():
        raise ProcessLookupError(3, 'No such process')
    from signal import raise_signal
    raise_signal(signal)


sys.modules['os.path'] = sys.modules['posixpath'] = path
