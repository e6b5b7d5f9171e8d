"""Comparing files and folders."""

__all__ = ['BUFSIZE', 'DEFAULT_IGNORES', 'clear_cache', 'cmp', 'cmpfiles',
           'dircmp']

import os
import stat
from functools import cached_property
from types import GenericAlias

BUFSIZE = 8192
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs',
                   '__pycache__']


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; shallow: trusts equal size and time."""
    a, b = os.stat(f1), os.stat(f2)
    if not stat.S_ISREG(a.st_mode) or not stat.S_ISREG(b.st_mode):
        return False
    if a.st_size != b.st_size:
        return False
    if shallow and a.st_mtime == b.st_mtime:
        return True
    with open(f1, 'rb') as first, open(f2, 'rb') as second:
        return first.read() == second.read()


def clear_cache():
    """Nothing is remembered here, so nothing is forgotten."""


def cmpfiles(a, b, common, shallow=True):
    """Names of files that are equal, that differ, and that have no answer."""
    equal, different, unknown = [], [], []
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except OSError:
            unknown.append(name)
        else:
            (equal if same else different).append(name)
    return equal, different, unknown


class dircmp:
    """What two folders have in common; worked out when asked for."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _list(self, folder):
        hidden = {*self.hide, *self.ignore}
        return sorted(name for name in os.listdir(folder)
                      if name not in hidden)

    @cached_property
    def left_list(self):
        return self._list(self.left)

    @cached_property
    def right_list(self):
        return self._list(self.right)

    @cached_property
    def common(self):
        return [name for name in self.left_list if name in self.right_list]

    @cached_property
    def left_only(self):
        return [name for name in self.left_list if name not in self.common]

    @cached_property
    def right_only(self):
        return [name for name in self.right_list if name not in self.common]

    @cached_property
    def _kinds(self):
        kinds = {'folder': [], 'file': [], 'other': []}
        for name in self.common:
            modes = []
            for side in (self.left, self.right):
                try:
                    modes.append(os.stat(os.path.join(side, name)).st_mode)
                except OSError:
                    modes.append(0)
            if all(map(stat.S_ISDIR, modes)):
                kind = 'folder'
            elif all(map(stat.S_ISREG, modes)):
                kind = 'file'
            else:
                kind = 'other'
            kinds[kind].append(name)
        return kinds

    common_dirs = property(lambda self: self._kinds['folder'])
    common_files = property(lambda self: self._kinds['file'])
    common_funny = property(lambda self: self._kinds['other'])

    @cached_property
    def _compared(self):
        return cmpfiles(self.left, self.right, self.common_files)

    same_files = property(lambda self: self._compared[0])
    diff_files = property(lambda self: self._compared[1])
    funny_files = property(lambda self: self._compared[2])

    @cached_property
    def subdirs(self):
        return {name: type(self)(os.path.join(self.left, name),
                                 os.path.join(self.right, name),
                                 self.ignore, self.hide)
                for name in self.common_dirs}

    def report(self):
        """Prints how the two folders compare."""
        print('diff', self.left, self.right)
        for told, names in (
                (f'Only in {self.left} :', self.left_only),
                (f'Only in {self.right} :', self.right_only),
                ('Identical files :', self.same_files),
                ('Differing files :', self.diff_files),
                ('Trouble with common files :', self.funny_files),
                ('Common subdirectories :', self.common_dirs),
                ('Common funny cases :', self.common_funny)):
            if names:
                print(told, sorted(names))

    def report_partial_closure(self):
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report()

    def report_full_closure(self):
        self.report()
        for inner in self.subdirs.values():
            print()
            inner.report_full_closure()
