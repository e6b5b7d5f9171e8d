import codecs
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())
f=open('t','w'); print(f.encoding,f.errors,f.newlines,f.line_buffering,f.write_through,f.buffer,f.buffer.raw, f._CHUNK_SIZE)
f.close()
with open('n.txt','w',newline='') as f: print(f.write('a\r\nb\rc\nd'))
for nl in None,'','\n','\r','\r\n':
    with open('n.txt',newline=nl) as f: print(repr(nl), list(f), f.newlines)
with open('n.txt','rb') as f: print(f.read(), f.tell(), f.seek(-3,2), f.peek(2), f.read1(2), f.readline())
with open('u.txt','w',encoding='utf-16') as f: f.write('héllo\nwörld\n')
print(open('u.txt','rb').read())
with open('u.txt','a',encoding='utf-16') as f: f.write('x')
print(open('u.txt',encoding='utf-16').read().split())
with open('t','w+') as f:
    f.write('line one\nline twö\nline three\n'); f.seek(0)
    print(f.readline(), f.tell()); p=f.tell(); print(f.readline(), f.tell()); f.seek(p); print(f.read(6), f.tell(), f.read(4), f.tell())
    f.seek(0,2); f.write('end'); f.seek(0); print(f.readlines())
    f.seek(5); f.truncate(); f.seek(0); print(f.read())
    f.seek(0)
    for l in f:
        try: f.tell()
        except OSError as e: print(e)
with open('t','r+b') as f:
    f.write(b'XY'); print(f.read()); f.seek(1); f.write(b'__'); f.seek(0); print(f.read(), f.tell())
with open('t','ab+') as f:
    print(f.tell()); f.write(b'more'); f.seek(0); print(f.read())
open('w','w').write('dropped'); print(open('w').read())
b=io.BytesIO(); w=io.TextIOWrapper(b,'utf-8'); w.write('x'); print(b.getvalue()); w.flush(); print(b.getvalue()); w.detach(); print(b.closed)
try: w.read()
except ValueError as e: print(e)
print(io.open is open, open, isinstance(__import__('sys').stdout, io.TextIOWrapper), isinstance(f, io.IOBase), isinstance(f,io.BufferedIOBase))
class R(io.RawIOBase):
    def __init__(s): s.d=b'abc\ndef'
    def readable(s): return True
    def readinto(s,b):
        n=min(len(b),2,len(s.d)); b[:n]=s.d[:n]; s.d=s.d[n:]; return n
print(io.BufferedReader(R()).readline(), R().read(3), R().readall(), list(io.TextIOWrapper(io.BufferedReader(R()))))
with open('bad','wb') as f: f.write(b'ab\xff')
for e in 'strict','ignore','replace','backslashreplace':
    try: print(ascii(open('bad',encoding='utf-8',errors=e).read()))
    except UnicodeDecodeError as x: print(x)
print(open('bad',encoding='latin-1').read())
try: open('bad','w',encoding='ascii').write('é')
except UnicodeEncodeError as x: print(x)
print('aé'.encode('cp1252'), b'\x80'.decode('cp1252'))
codecs.register_error('my', lambda e: ('<%d>'%len(e.object[e.start:e.end]), e.end))
print('aéb'.encode('ascii','my'), b'a\xffb'.decode('ascii','my'))
try: 'é'.encode('ascii','zz')
except LookupError as e: print(e)
try: 'é'.encode('zz')
except LookupError as e: print(e)
try: 'é'.encode('rot13')
except LookupError as e: print(e)
print(ascii('aé\n\u20ac'.encode('unicode_escape')), b'\\u20ac'.decode('unicode_escape') )
