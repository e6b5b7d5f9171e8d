import os
import tempfile
os.chdir(tempfile.mkdtemp())
os.makedirs('a/b/c')
fd=os.open('a/x.txt', os.O_CREAT|os.O_RDWR)
os.write(fd,b'hello'); os.lseek(fd,0,0); print(os.read(fd,10)); os.close(fd)
print(os.listdir('a'), list(os.walk('a')), os.path.getsize('a/x.txt'))
for f in (lambda: os.mkdir('a'), lambda: os.rmdir('a'), lambda: os.remove('a'), lambda: os.remove('zz'), lambda: os.listdir('a/x.txt'), lambda: os.stat('q'), lambda: os.rename('a','a/b/d'), lambda: os.rename('q','r'), lambda: os.mkdir('q/r'), lambda: os.readlink('a'), lambda: os.close(77)):
    try: f()
    except OSError as e: print(type(e).__name__, e)
os.symlink('x.txt','a/l'); print(os.path.islink('a/l'), os.path.realpath('a/l')[-4:], os.readlink('a/l'), os.stat('a/l').st_size)
print(oct(os.stat('a').st_mode), oct(os.stat('a/x.txt').st_mode))
print(sorted(e.name for e in os.scandir('a') if e.is_file()))
try: os.environ['x']=1
except TypeError as e: print(e)
try: os.environ['nope']
except KeyError as e: print(repr(e))
os.environ['q']='1'; print(os.getenv('q'), 'q' in os.environ, os.environ.pop('q'))
