# The warning about a coroutine that was forgotten in a condition names the line of the condition.
import asyncio
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(f"line {lineno}: {message}")


warnings.showwarning = show


async def ok(): return True
async def main():
    if ok() and True:
        print("taken")
    if ok():
        print("taken 2")
    while ok():
        print("loop")
        break
    if not ok():
        pass
    x = ok() or 5
    print(type(x).__name__)
    x = [ok(), ok()]
    x = None
    y = "a" if ok() else "b"
    print(y)
    z = ok() and "z"
    print(z)
    print(ok() and 1, ok() or 2)
    assert ok()
    assert ok() and ok(), "no"
    if ok() == True:
        print("no")
    if ok() in (1, 2):
        print("no")
    print(f"{ok() and 3}")
    return ok() and 4
print(asyncio.run(main()))
