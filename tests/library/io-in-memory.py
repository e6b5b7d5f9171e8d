import io
s = io.StringIO('ab\ncd'); print(list(s), s.seek(0), s.readline(), s.write('XY'), s.getvalue(), s.tell(), s.truncate(2), s.getvalue()); s = io.StringIO(); print('hi', 5, file=s); print(repr(s.getvalue()), s.seekable())
b = io.BytesIO(b'ab\ncd'); print(b.readlines(), b.seek(-1, 2), b.read(), b.write(b'zz'), b.getvalue(), b.seek(20), b.write(b'!'), b.getvalue())
with io.StringIO() as s: pass
for f in (lambda: s.read(), lambda: io.StringIO(5), lambda: io.StringIO().write(b''), lambda: io.BytesIO().write(''), lambda: io.StringIO().fileno()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
