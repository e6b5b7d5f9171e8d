# What the compiler warns of also in the texts that a program makes.
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, filename, lineno, message)


warnings.showwarning = show
x = 5
print(eval("x is 5"))
exec("def f(): return 1[0]\n\nprint('run', x)\nassert (x, 'told')")
code = compile("y = (x\n  is not 'a')", "text.py", "exec")
exec(code)
print(y)
def local():
    z = 1
    exec("print(z is 1, z)")
    return eval("[z, z is 2]")
print(local())
namespace = {}
exec("a = x is 1", {"x": 1}, namespace)
print(namespace)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(eval("x is 5"))
warnings.simplefilter("error")
try:
    print(eval("x is 5"))
except (SyntaxError, SyntaxWarning) as error:
    print("refused:", error.args[0])
