import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.mkdir('a')
CALLS = (
    lambda: open(None),
    lambda: open(3.5),
    lambda: open(99),
    lambda: open('t','w').read(),
    lambda: open('t','wb').read(),
    lambda: open('t','rb').write(b''),
    lambda: open('t','rb',0).write(b''),lambda: open('t').write(b''),lambda: open('t','w').write(b''),
    lambda: open('t','wb').write(''),
    lambda: io.BytesIO().write(''),
    lambda: open('a'),
    lambda: open('t','x'),
    lambda: open('t',encoding='zz'),
    lambda: open('t', newline='x'),
    lambda: open('t','r+').seek(1,1),
    lambda: open('t','r').seek(-1),
    lambda: open('t','rb').seek(-1),
    lambda: open('t','rb').seek(0,9),
    lambda: open('t').seek(0,9),
    lambda: open('t').truncate(),
    lambda: open('t','w',1.5),
    lambda: open('t',5),
    lambda: open('\0'),
    lambda: open('t','rw'),
    lambda: open('t','z'),
    lambda: open('t','rbt'),
    lambda: open('t','rb',encoding='utf8'),
    lambda: open('t','w',0),
    lambda: open('t','+'),
    lambda: open('nope/x','w'),
    lambda: open('t/x','w'),
    lambda: open('nope'),
)
for f in CALLS:
    try: print(f())
    except Exception as e: print(type(e), e)

for m in 'rb', 'wb', 'r+', 'ab+':
    with open('t', m) as f:
        print(repr(f), f.mode, f.name, f.readable(), f.writable(),
              f.seekable(), f.fileno() > 2, f.isatty(), f.closed)
    for n in 'read', 'readline', 'write', 'seek', 'tell', 'flush', 'truncate':
        arguments = {'write': ('' if m == 'r+' else b'',), 'seek': (0,)}
        try:
            getattr(f, n)(*arguments.get(n, ()))
        except ValueError as e:
            print(n, type(e), e)
