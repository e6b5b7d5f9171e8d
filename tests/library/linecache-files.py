# Lines of files: kept, changed, gone, and from a loader.
import linecache
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text.py')
with open(path, 'w', encoding='utf-8') as file:
    file.write('one\ntwo é')
print(linecache.getlines(path), repr(linecache.getline(path, 2)), repr(linecache.getline(path, 9)))
print(path in linecache.cache, linecache.cache[path][0], linecache.cache[path][3] == path)
with open(path, 'w') as file:
    file.write('changed now\n')
print(linecache.getlines(path))
linecache.checkcache(path)
print(linecache.getlines(path), linecache.updatecache(path))
os.remove(path)
linecache.checkcache()
print(path in linecache.cache, linecache.getlines(path), linecache.getline('', 1), linecache.getlines('<no such>'))


class Loader:
    def get_source(self, name):
        return f'# {name}\nlast'


space = {'__name__': 'made.up', '__loader__': Loader()}
print(linecache.lazycache('made_up.py', space), linecache.lazycache('<x>', space), linecache.lazycache('y.py', {}))
print(linecache.getlines('made_up.py'), linecache.lazycache('made_up.py', space))
linecache.clearcache()
print(linecache.cache, linecache.getlines('made_up.py', space))
