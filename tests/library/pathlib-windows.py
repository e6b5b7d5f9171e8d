# Paths as Windows writes them are taken apart on any system.
import ntpath
from pathlib import PurePath, PurePosixPath, PureWindowsPath

p = PureWindowsPath('c:/Program Files', 'Python', 'python.exe')
print(p, repr(p), p.parts, p.drive, p.root, p.anchor, p.name, p.stem, p.suffix, p.parent, list(p.parents)[-1])
for text in ('c:', 'c:/', '/a', '//host/share', '//host/share/a.b', 'a/./b//c', '..\\x', 'c:a\\b', '', 'nul', 'con.txt'):
    q = PureWindowsPath(text)
    print(repr(text), str(q), q.parts, repr(q.drive), repr(q.root), q.is_absolute(), q.is_reserved(), q.as_posix())
print(PureWindowsPath('A/B') == PureWindowsPath('a/b'), PureWindowsPath('a') == PurePosixPath('a'),
      PureWindowsPath('a') < PureWindowsPath('B'), hash(PureWindowsPath('A')) == hash(PureWindowsPath('a')))
print(p.match('*.EXE'), p.match('c:/*/*/*.exe'), p.relative_to('C:/program files'), p.is_relative_to('d:/'))
print(p.with_name('x.py'), p.with_suffix('.bat'), p / 'd:/other', p / '/root', p / 'c:more', p / '..')
print(p.as_uri(), PureWindowsPath('//host/share/a b').as_uri())
for make in (lambda: p.with_name('a/b'), lambda: p.with_name('c:'), lambda: p.relative_to('d:/'), lambda: p < PurePath('a'),
             lambda: p.relative_to(), lambda: p.parents[9]):
    try:
        print(make())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(PurePosixPath('/a/b/c').parents, PurePosixPath('/a/b/c').parents[-1], PurePosixPath('/a/b').parents[:2])
for text in ('c:\\a\\b.txt', '//server/share/dir/x', 'c:x', 'a/b/', '\\\\?\\UNC\\server\\share\\dir', '.cshrc', 'a.b.c'):
    print(ntpath.split(text), ntpath.splitdrive(text), ntpath.splitext(text), ntpath.isabs('c:' + text), ntpath.normpath(text))
print(ntpath.join('c:', 'a', 'b'), ntpath.join('c:\\', 'a', '\\b'), ntpath.join('c:/a', 'd:b'), ntpath.join('a', 'C:', 'b'))
print(ntpath.normpath('c:/a/../../b/./c'), ntpath.normpath('..\\..\\x\\..'), ntpath.normcase('C:/X'), ntpath.basename('a\\b'))
print(ntpath.commonpath(['C:\\a\\b\\c', 'c:/A/b/d']), ntpath.relpath('c:\\a\\b', 'c:\\a\\c'), ntpath.commonprefix(['ab', 'ac']))
