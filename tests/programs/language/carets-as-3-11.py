# Where CPython 3.11 points: at the whole statement (no marks), or expression.
import traceback
class Bad:
    def fail(self, *args): raise ValueError
    __iter__ = __format__ = __enter__ = fail
    def __exit__(self, *args): pass
bad = Bad()
def loop():
    for x in bad:
        pass
def manager():
    with bad as x, bad: pass
def generator(): return list(x for x in bad)
def mapping(): return {x: 1 for x in bad}
def text(): return f'a {bad} c' + f'{1:s}'
def code(): return f'{"x":d}!'
def star(): return print(1, *bad, 2)
def display(): return [0, *bad]
def file():
    with open('/nonexistent/x') as f: pass
def number():
    import struct, datetime
    try:
        struct.pack('b', 1000)
    except struct.error:
        print(traceback.format_exc().splitlines()[2:])
    return datetime.date(2024, 13, 1)
for f in (loop, manager, generator, mapping, text, code, star, display, file, number):
    try:
        f()
    except Exception as error:
        lines = ''.join(traceback.format_exception(error)).splitlines()[3:]
        print('\n'.join(line for line in lines if not line.startswith('  File')))
