"""The warning names the line where a coroutine was dropped, be it in a condition or by its owner."""
import asyncio
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(lineno, message)


warnings.showwarning = show
warnings.simplefilter('always')


class Holder:
    def __init__(self, name, *held):
        self.name, self.held = name, held

    def __del__(self):
        print('end of', self.name)


async def work():
    return 1


def conditions():
    if work():
        print('then')
    if not work():
        print('not')
    else:
        print('else')
    while work():
        print('while')
        break
    x = 1 if work() else 2
    print('done', x)


async def main():
    asyncio.wait_for(work(), 1)
    one = 1
    two = 2
    asyncio.Queue().put(work())
    print('after', one, two)
    [Holder('a', Holder('b', Holder('c')), Holder('d')), Holder('e')]
    print('end')


conditions()
asyncio.run(main())
