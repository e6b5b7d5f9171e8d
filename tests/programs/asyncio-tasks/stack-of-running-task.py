"""The stack of a task that runs goes down to the call of the loop."""
import asyncio
import sys


async def inner(task):
    names = [frame.f_code.co_name for frame in task.get_stack()]
    print(names[0], names[-1])
    frame = task.get_coro().cr_frame
    print(frame.f_code.co_name, frame.f_back is not None)
    lines = Lines()
    task.print_stack(file=lines)
    own = [line.strip() for line in lines.text.splitlines() if '()' in line]
    print(own[0].split(' coro=')[0], own[1], own[-1], sep='\n')


class Lines:
    text = ''

    def write(self, text):
        self.text += text


async def outer():
    await inner(asyncio.current_task())


async def main():
    await outer()
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    print(len(task.get_stack()), task.get_coro().cr_frame.f_back)

asyncio.run(main())
