# eval, exec and compile: namespaces, mappings, builtins, modes, wrong arguments.
names = {}
exec('x = 1\ndef f(): return x', names)
print(names['f'](), sorted(names))
local = {}
exec('y = x + 1', names, local)
print(local, eval('x + y', names, local), eval('[x for _ in range(2)]', names), eval('   3'))


class Upper(dict):
    def __missing__(self, key):
        return key.upper()


class Answers:
    def __getitem__(self, key):
        if key == 'known':
            return 42
        raise KeyError(key)


print(eval('abc + df', {}, Upper()), eval('known', {}, Answers()))
for text, given in [('len', {'__builtins__': {}}),
                   ('unknown', {}), ('1 +', {}), ('x = 1', {})]:
    try:
        print(eval(text, given))
    except (NameError, SyntaxError) as error:
        print(type(error).__name__, error)
print(eval('len([1])', {'__builtins__': {'len': lambda items: 'mine'}}))
try:
    eval('known + other', {}, Answers())
except NameError as error:
    print(error)
code = compile('1 + 2', '<sum>', 'eval')
print(eval(code), code.co_filename, code.co_name, eval(code) == eval('1 + 2'))
exec(compile('a = 5\nprint(a)', '<text>', 'exec'))
exec(compile('1 + 2\n', '<text>', 'single'))
for arguments in [('1', 'x', 'bad'), ('1;2', 'x', 'eval'), (5, 'x', 'exec')]:
    try:
        compile(*arguments)
    except (ValueError, SyntaxError, TypeError) as error:
        print(type(error).__name__, error)
for call in (lambda: exec(5), lambda: eval([]), lambda: exec('x', 5), lambda: eval('x', {}, 5),
             lambda: exec('x', {}, 5), lambda: eval('x', 5)):
    try:
        call()
    except TypeError as error:
        print(error)


def inside(a):
    exec('hidden = a + 1')
    return eval('a'), [eval('a', None, {'a': i}) for i in range(2)]


print(inside(7))
