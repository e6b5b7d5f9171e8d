# Interpreters of a program's own, and when a statement is whole.
import code
import codeop
import contextlib
import io

for text in ["x = 1", "if 1:", "if 1:\n  x = 2", "if 1:\n  x = 2\n",
             "if 1: pass", "for i in [1]: print(i)\n", "x = (1,",
             "x = (1,\n2)", "'''abc", "'abc", "1 +", "1 + \\", "def f():",
             "def f():\n  return 1\n", "@deco", "class A:\n  x = 1\n\n", "",
             "# c", "a b", "return 1", "try:\n  pass", "try:\n  pass\n",
             "print('hi')", "x = [\n1,\n", "while 1:\n  break\nelse:", "else:",
             "f(", "f(a b", "with a:\n"]:
    try:
        found = codeop.compile_command(text)
        print(repr(text), 'more' if found is None else 'whole')
    except SyntaxError as error:
        print(repr(text), type(error).__name__, error.msg)

interpreter = code.InteractiveInterpreter({'x': 5})
print(interpreter.runsource('x + 1'), interpreter.runsource('y = x * 2'),
      interpreter.locals['y'], interpreter.runsource('if x:'))
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    interpreter.runsource('1/0')
    interpreter.runsource('a b')
    interpreter.runsource('def f(): return undefined\n')
    interpreter.runsource('f()')
print(errors.getvalue())

console = code.InteractiveConsole({})
print([console.push(line) for line in [
    'def g(n):', '  return n * 2', '', 'g(4)', 'for i in range(2):', '    i',
    '']])
lines = iter(['a = 1', 'a', 'b'])


def read(prompt):
    print('prompt', repr(prompt))
    try:
        return next(lines)
    except StopIteration:
        raise EOFError


with contextlib.redirect_stderr(io.StringIO()) as errors:
    code.interact(banner='hello', readfunc=read, local={}, exitmsg='bye')
print(errors.getvalue())
