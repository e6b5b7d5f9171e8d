# A coroutine that ends because an exception is raised is told of at the line that raised.
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(f"line {lineno}: {message}")


warnings.showwarning = show


async def work():
    pass


def f():
    try:
        print("before")
        work() + 1
    except TypeError as error:
        print(error)
    try:
        for x in work():
            print(x)
    except TypeError as error:
        print(error)


f()
try:
    print([work(), 1 / 0])
except ZeroDivisionError:
    print("caught")
