import os
import os.path
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())
open('file', 'w').close()
for call in (
        lambda: os.path.exists(None), lambda: os.path.exists(1.5),
        lambda: os.path.isfile(None), lambda: os.path.isdir([]),
        lambda: os.path.islink(None), lambda: os.path.lexists(5),
        lambda: os.path.getsize(None), lambda: os.path.getmtime(None),
        lambda: os.path.samefile(None, 'file'), lambda: os.stat(None),
        lambda: os.lstat(None), lambda: os.access(None, os.R_OK),
        lambda: os.listdir(1.5), lambda: os.scandir(1.5),
        lambda: os.remove(None), lambda: os.unlink(None),
        lambda: os.mkdir(None), lambda: os.makedirs(None),
        lambda: os.rmdir(None), lambda: os.removedirs(None),
        lambda: os.rename(None, 'a'), lambda: os.rename('file', None),
        lambda: os.replace(None, 'b'), lambda: os.chdir(None),
        lambda: os.chmod(None, 0), lambda: os.utime(None),
        lambda: os.truncate(None, 1), lambda: os.open(None, 0),
        lambda: os.readlink(None), lambda: os.symlink(None, 'a'),
        lambda: os.link(None, 'a'), lambda: open(None), lambda: open([])):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(os.path.exists(10**6), os.listdir(), os.path.exists(b'file'))

size = os.terminal_size((80, 24))
columns, lines = size
print(size, size.columns, lines, size == (80, 24))
for wrong in ((80,), (1, 2, 3)):
    try:
        os.terminal_size(wrong)
    except TypeError as error:
        print(error)
os.environ.update(COLUMNS='100', LINES='30')
print(shutil.get_terminal_size(), shutil.get_terminal_size(fallback=(1, 2)))
os.environ.update(COLUMNS='x', LINES='0')
print(shutil.get_terminal_size((60, 20)))
del os.environ['COLUMNS'], os.environ['LINES']
print(shutil.get_terminal_size(fallback=(70, 25)))
print(os.EX_OK, {name: getattr(os, name) for name in sorted(dir(os))
                 if name.startswith('EX_') and name != 'EX_NOTFOUND'})
