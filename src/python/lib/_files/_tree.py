"""Files, directories and symbolic links, and the way from paths to them."""

import sys
import time

from ._errors import error

# Longest part of a path, and how many links one path may lead through.
_NAME_MAX = 255
_LINKS_MAX = 40

S_IFDIR, S_IFREG, S_IFLNK = 0o040000, 0o100000, 0o120000
S_IFIFO, S_IFCHR = 0o010000, 0o020000

OWNER = 1000


class Node:
    """What a name in a directory stands for. Times are in nanoseconds."""

    kind = S_IFREG
    _count = 0

    def __init__(self, mode):
        Node._count += 1
        self.number = Node._count
        self.mode = mode
        self.links = 1
        self.owner = self.group = OWNER
        self.accessed = self.modified = self.changed = time.time_ns()

    def touch(self):
        """The content changes now."""
        self.modified = self.changed = time.time_ns()


class File(Node):
    """Bytes. `device` names what is none: 'null', or a standard stream."""

    def __init__(self, mode=0o644, data=b'', device=None):
        super().__init__(mode)
        self.data = bytearray(data)
        self.device = device
        if device is not None:
            self.kind = S_IFCHR

    @property
    def size(self):
        return len(self.data)


class Directory(Node):
    """Names and what they stand for."""

    kind = S_IFDIR
    size = 4096

    def __init__(self, parent=None, mode=0o755):
        super().__init__(mode)
        self.entries = {}
        self.parent = self if parent is None else parent
        self.links = 2


class Link(Node):
    """A symbolic link: a path to go on with."""

    kind = S_IFLNK

    def __init__(self, target):
        super().__init__(0o777)
        self.target = target

    @property
    def size(self):
        return len(self.target.encode())


def _first_tree():
    """What a run begins with: places for temporary files, and /dev/null."""
    root = Directory()
    for name in ('dev', 'home', 'tmp'):
        root.entries[name] = Directory(root)
    root.entries['tmp'].mode = 0o1777
    root.entries['dev'].entries['null'] = File(0o666, device='null')
    home = root.entries['home']
    home.entries['visitor'] = Directory(home)
    return root


root = _first_tree()
_current = root.entries['home'].entries['visitor']
_mask = 0o022


def _add_program():
    """Puts the text of the program where `__file__` says that it is."""
    from _traceback import source_lines
    path = getattr(sys.modules.get('__main__'), '__file__', None)
    lines = path and source_lines(path)
    if not lines:
        return
    *above, name = [part for part in path.split('/')
                    if part and part not in ('.', '..')]
    directory = root if path.startswith('/') else _current
    for part in above:
        found = directory.entries.get(part)
        if not isinstance(found, Directory):
            found = directory.entries[part] = Directory(directory)
        directory = found
    directory.entries[name] = File(data=''.join(lines).encode())


_add_program()


def text_of(path):
    """A path as text."""
    if isinstance(path, str):
        text = path
    elif isinstance(path, bytes):
        text = path.decode('utf-8', 'surrogateescape')
    else:
        method = getattr(type(path), '__fspath__', None)
        if method is None:
            raise TypeError('path should be string, bytes, os.PathLike or '
                            f'integer, not {type(path).__name__}')
        return text_of(method(path))
    if '\0' in text:
        raise ValueError('embedded null byte')
    return text


def _walk(text, shown, follow, links):
    """The directory, the last name and the node of a path, or None for it.

    The last name is '' when the path ends in `/`, `.` or `..`.
    """
    if not text:
        raise error(2, shown)
    directory = root if text.startswith('/') else _current
    parts = [part for part in text.split('/') if part]
    must_be_directory = text.endswith('/') and bool(parts)
    node, name = directory, ''
    for index, part in enumerate(parts):
        if len(part.encode('utf-8', 'surrogateescape')) > _NAME_MAX:
            raise error(36, shown)
        if not isinstance(node, Directory):
            raise error(2 if node is None else 20, shown)
        directory = node
        if part == '.':
            name = ''
        elif part == '..':
            node, name = directory.parent, ''
        else:
            node, name = directory.entries.get(part), part
            last = index == len(parts) - 1
            if isinstance(node, Link) and (
                    follow or not last or must_be_directory):
                if links >= _LINKS_MAX:
                    raise error(40, shown)
                node = _follow(directory, node, shown, links + 1)
    if must_be_directory and node is not None and not isinstance(
            node, Directory):
        raise error(20, shown)
    return directory, name, node


def _follow(directory, link, shown, links):
    global _current
    before = _current
    # A link's target is relative to the directory that the link is in.
    _current = directory
    try:
        return _walk(link.target, shown, True, links)[2]
    finally:
        _current = before


def locate(path, follow=True):
    """(directory, name, node or None) of a path; raises for a missing way."""
    return _walk(text_of(path), path, follow, 0)


def find(path, follow=True):
    """The node of a path; FileNotFoundError if there is none."""
    node = locate(path, follow)[2]
    if node is None:
        raise error(2, path)
    return node


def _place(path, missing_parent=2):
    """Where a new name may be put; FileExistsError if it is taken."""
    directory, name, node = locate(path, False)
    if node is not None or not name:
        raise error(17, path)
    return directory, name


def put(directory, name, node):
    directory.entries[name] = node
    directory.touch()


def mask(new=None):
    """The permissions that new files do not get; sets them if given."""
    global _mask
    before = _mask
    if new is not None:
        _mask = new & 0o777
    return before


def make_directory(path, mode=0o777):
    directory, name = _place(path)
    put(directory, name, Directory(directory, mode & ~_mask))
    directory.links += 1


def make_link(target, path):
    """A symbolic link; `target` need not exist."""
    try:
        directory, name = _place(path)
    except OSError as problem:
        raise error(problem.errno, target, path) from None
    put(directory, name, Link(text_of(target)))


def link(source, path):
    """A second name for a file."""
    node = find(source, False)
    if isinstance(node, Directory):
        raise error(1, source, path)
    try:
        directory, name = _place(path)
    except OSError as problem:
        raise error(problem.errno, source, path) from None
    node.links += 1
    put(directory, name, node)


def unlink(path):
    directory, name, node = locate(path, False)
    if node is None:
        raise error(2, path)
    if isinstance(node, Directory):
        raise error(21, path)
    del directory.entries[name]
    directory.touch()
    node.links -= 1
    node.changed = directory.changed


def remove_directory(path):
    directory, name, node = locate(path, False)
    if node is None:
        raise error(2, path)
    if not isinstance(node, Directory):
        raise error(20, path)
    if not name:
        raise error(16 if node is root else 22, path)
    if node.entries:
        raise error(39, path)
    del directory.entries[name]
    directory.links -= 1
    directory.touch()


def rename(source, target):
    """Moves a name; what the new name stood for is replaced."""
    try:
        from_directory, from_name, node = locate(source, False)
        if node is None:
            raise error(2)
        to_directory, to_name, old = locate(target, False)
    except OSError as problem:
        raise error(problem.errno, source, target) from None
    if old is node:
        return
    if not from_name or not to_name:
        raise error(16, source, target)
    if isinstance(node, Directory):
        if old is not None and not isinstance(old, Directory):
            raise error(20, source, target)
        if old is not None and old.entries:
            raise error(39, source, target)
        above = to_directory
        while above is not root and above is not node:
            above = above.parent
        if above is node:
            raise error(22, source, target)
        node.parent = to_directory
        from_directory.links -= 1
        if old is None:
            to_directory.links += 1
    elif isinstance(old, Directory):
        raise error(21, source, target)
    elif old is not None:
        old.links -= 1
    del from_directory.entries[from_name]
    from_directory.touch()
    put(to_directory, to_name, node)


def names(path):
    """The names in a directory, in the order in which they were made."""
    node = find(path)
    if not isinstance(node, Directory):
        raise error(20, path)
    return list(node.entries)


def change_directory(path):
    global _current
    node = find(path)
    if not isinstance(node, Directory):
        raise error(20, path)
    _current = node


def current_directory():
    """The absolute path of the current directory."""
    node, parts = _current, []
    while node is not root:
        for name, found in node.parent.entries.items():
            if found is node:
                parts.append(name)
                break
        else:
            raise error(2)
        node = node.parent
    return '/' + '/'.join(reversed(parts))


def status(node):
    """What `os.stat` tells, in the order of `os.stat_result`."""
    return (node.kind | node.mode, node.number, 1, node.links, node.owner,
            node.group, node.size, node.accessed, node.modified, node.changed)


def set_times(node, accessed, modified):
    """Times in nanoseconds since 1970."""
    node.accessed, node.modified = accessed, modified
    node.changed = time.time_ns()


def truncate(node, length):
    """Cuts a file or fills it with zero bytes."""
    missing = length - len(node.data)
    if missing > 0:
        node.data += bytes(missing)
    else:
        del node.data[length:]
    node.touch()
