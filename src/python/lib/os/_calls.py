"""What `os` does with one file, directory or descriptor."""

import _files

from .path import check_path, fspath


class stat_result(tuple):
    """What is known about a file. Ten items, and times as further attributes."""

    _NAMES = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid',
              'st_size', 'st_atime', 'st_mtime', 'st_ctime')
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    __match_args__ = _NAMES[:7]

    def __new__(cls, sequence, nanoseconds=None, /):
        items = tuple(sequence)
        if len(items) < 10:
            raise TypeError('os.stat_result() takes an at least 10-sequence '
                            f'({len(items)}-sequence given)')
        self = super().__new__(cls, items[:10])
        self._times = nanoseconds or [int(t * 10**9) for t in items[7:10]]
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._times[0] / 10**9)
    st_mtime = property(lambda self: self._times[1] / 10**9)
    st_ctime = property(lambda self: self._times[2] / 10**9)
    st_atime_ns = property(lambda self: self._times[0])
    st_mtime_ns = property(lambda self: self._times[1])
    st_ctime_ns = property(lambda self: self._times[2])
    st_blksize = property(lambda self: 4096)
    st_blocks = property(lambda self: -(-self[6] // 4096) * 8)
    st_rdev = property(lambda self: 0)

    def __repr__(self):
        items = ', '.join(f'{name}={value}'
                          for name, value in zip(self._NAMES, self))
        return f'os.stat_result({items})'


stat_result.__module__ = 'os'


def _result(node):
    values = _files.status(node)
    times = values[7:]
    return stat_result((*values[:7], *[t // 10**9 for t in times]), times)


def _node(path, follow, name):
    check_path(path, f'{name}: path', or_integer=True)
    if isinstance(path, int):
        return _files.descriptor(path).node
    return _files.find(path, follow)


def _in_directory(path, dir_fd):
    """A path relative to an open directory."""
    if dir_fd is None:
        return path
    raise NotImplementedError('dir_fd unavailable on this platform')


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return _result(_node(_in_directory(path, dir_fd), follow_symlinks,
                         'stat'))


def lstat(path, *, dir_fd=None):
    check_path(path, 'lstat: path')
    return _result(_node(_in_directory(path, dir_fd), False, 'lstat'))


def fstat(fd):
    return _result(_files.descriptor(fd).node)


def access(path, mode, *, dir_fd=None, effective_ids=False,
           follow_symlinks=True):
    """Whether a file may be read (4), written (2), executed (1)."""
    check_path(path, 'access: path')
    try:
        node = _node(_in_directory(path, dir_fd), follow_symlinks, 'access')
    except OSError:
        return False
    return node.mode >> 6 & mode == mode


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    node = _node(_in_directory(path, dir_fd), follow_symlinks, 'chmod')
    node.mode = mode & 0o7777


fchmod = chmod


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    node = _node(_in_directory(path, dir_fd), follow_symlinks, 'chown')
    node.owner = node.owner if uid == -1 else uid
    node.group = node.group if gid == -1 else gid


def lchown(path, uid, gid):
    chown(path, uid, gid, follow_symlinks=False)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Sets the times of access and change, in seconds or nanoseconds."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but "
                         'not both')
    node = _node(_in_directory(path, dir_fd), follow_symlinks, 'utime')
    if times is not None:
        ns = [int(seconds * 10**9) for seconds in times]
    if ns is None:
        import time
        ns = (time.time_ns(),) * 2
    _files.set_times(node, *ns)


def getcwd():
    return _files.current_directory()


def getcwdb():
    return getcwd().encode()


def chdir(path):
    check_path(path, 'chdir: path', or_integer=True)
    _files.change_directory(path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    check_path(path, 'mkdir: path')
    _files.make_directory(_in_directory(path, dir_fd), mode)


def rmdir(path, *, dir_fd=None):
    check_path(path, 'rmdir: path')
    _files.remove_directory(_in_directory(path, dir_fd))


def remove(path, *, dir_fd=None):
    check_path(path, 'remove: path')
    _files.unlink(_in_directory(path, dir_fd))


def unlink(path, *, dir_fd=None):
    check_path(path, 'unlink: path')
    _files.unlink(_in_directory(path, dir_fd))


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _rename(src, dst, src_dir_fd, dst_dir_fd, 'rename')


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _rename(src, dst, src_dir_fd, dst_dir_fd, 'replace')


def _rename(src, dst, src_dir_fd, dst_dir_fd, name):
    check_path(src, f'{name}: src')
    check_path(dst, f'{name}: dst')
    _files.rename(_in_directory(src, src_dir_fd),
                  _in_directory(dst, dst_dir_fd))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    check_path(src, 'symlink: src')
    check_path(dst, 'symlink: dst')
    _files.make_link(src, _in_directory(dst, dir_fd))


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    check_path(src, 'link: src')
    check_path(dst, 'link: dst')
    _files.link(_in_directory(src, src_dir_fd), _in_directory(dst, dst_dir_fd))


def readlink(path, *, dir_fd=None):
    check_path(path, 'readlink: path')
    node = _files.find(_in_directory(path, dir_fd), False)
    if not isinstance(node, _files.Link):
        raise _files.error(22, path)
    return node.target.encode() if isinstance(path, bytes) else node.target


def listdir(path=None):
    """The names in a directory, as bytes for a path of bytes."""
    check_path(path, 'listdir: path', or_integer=True, or_none=True)
    path = '.' if path is None else path
    names = _files.names(path)
    if isinstance(fspath(path), bytes):
        return [name.encode() for name in names]
    return names


def truncate(path, length):
    if isinstance(path, int):
        ftruncate(path, length)
        return
    check_path(path, 'truncate: path', or_integer=True)
    node = _files.find(path)
    if isinstance(node, _files.Directory):
        raise _files.error(21, path)
    if length < 0:
        raise _files.error(22, path)
    _files.truncate(node, length)


def umask(mask, /):
    return _files.mask(mask)


# Descriptors.

def open(path, flags, mode=0o777, *, dir_fd=None):
    check_path(path, 'open: path')
    return _files.open_descriptor(_in_directory(path, dir_fd), flags, mode)


def close(fd):
    _files.close(fd)


def closerange(fd_low, fd_high, /):
    for number in range(fd_low, fd_high):
        try:
            _files.close(number)
        except OSError:
            pass


def dup(fd, /):
    return _files.duplicate(fd)


def dup2(fd, fd2, inheritable=True):
    return _files.duplicate(fd, fd2)


def pipe():
    return _files.pipe()


def read(fd, length, /):
    return _files.descriptor(fd).read(length)


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _files.descriptor(fd).write(bytes(data))


def lseek(fd, position, how, /):
    return _files.descriptor(fd).seek(position, how)


def ftruncate(fd, length, /):
    _files.descriptor(fd).truncate(length)


def fsync(fd):
    """Nothing to do: what is written is there."""
    _files.descriptor(fd)


fdatasync = fsync


def sync():
    """Nothing to do: what is written is there."""


def fchdir(fd):
    raise _files.error(20)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


for _name, _value in list(globals().items()):
    if getattr(_value, '__module__', None) == __name__:
        _value.__module__ = 'posix'
fdopen.__module__ = 'os'
del _name, _value
