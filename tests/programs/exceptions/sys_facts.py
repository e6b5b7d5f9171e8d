import sys
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.platform)
print(sys.version_info >= (3, 11), sys.version_info[0] == sys.version_info.major, len(sys.version_info))
print(sys.version_info[:1], sys.version_info.releaselevel, isinstance(sys.version_info, tuple))
print(sys.hexversion >= 0x030b0000, sys.version.startswith(f'{sys.version_info.major}.{sys.version_info.minor}'))
print(sys.float_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus)
print(sys.modules['sys'] is sys, '__main__' in sys.modules, sys.modules['__main__'].__name__)
print(sys.getdefaultencoding(), sys.getrecursionlimit(), sys.gettrace())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
for bad in (0, 'x'):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(sys.intern('abc') == 'abc', type(sys.getsizeof([])).__name__, sys.getsizeof(1), sys.getsizeof(()))
print(sys.stdout.write('written\n'), sys.stdout.writable(), sys.stdout.name, sys.stderr.fileno(), sys.stdin.readable())
sys.stdout.writelines(['a', 'b\n'])
print('to stdout', file=sys.stdout)
sys.stdout.flush()
try:
    sys.stdout.write(5)
except TypeError as e:
    print(e)
class Upper:
    def __init__(self, to):
        self.to = to
    def write(self, text):
        self.to.write(text.upper())
    def flush(self):
        pass
sys.stdout = Upper(sys.__stdout__)
print('loud')
sys.stdout = sys.__stdout__
print('quiet', sys.stdout is sys.__stdout__)
sys.displayhook(None)
sys.displayhook([1, 'a'])
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=print)
print(sys.get_asyncgen_hooks().firstiter is print, sys.get_asyncgen_hooks()[1])
sys.set_asyncgen_hooks(None)
try:
    sys.set_asyncgen_hooks(finalizer=5)
except TypeError as e:
    print(e)
def outer():
    here = 'local'
    return inner()
def inner():
    return sys._getframe(1)
frame = outer()
print(frame.f_code.co_name, frame.f_locals['here'], frame.f_back.f_code.co_name, frame.f_globals is globals())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
try:
    try:
        raise KeyError('now')
    finally:
        print(sys.exc_info()[0])
except KeyError as e:
    print(sys.exception() is e)
print(sys.exception())
for status in ((), (0,), ('text',), ((1, 2),)):
    try:
        sys.exit(*status)
    except SystemExit as e:
        print(repr(e), e.code)
