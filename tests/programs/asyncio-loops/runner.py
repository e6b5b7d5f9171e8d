"""Runner: several runs in one loop, its context, debug, factory and closing."""
import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)

async def bump():
    var.set(var.get() + 1)
    return var.get()

async def which():
    return asyncio.get_running_loop()

with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(bump()), runner.run(bump()), var.get())
    print(runner.run(which()) is loop, loop.is_closed())
    ctx = contextvars.copy_context()
    print(runner.run(bump(), context=ctx), runner.run(bump(), context=ctx), ctx[var])
    print(runner.run(bump()))
    async def nested():
        c = bump()
        try:
            runner.run(c)
        except RuntimeError as e:
            print(e)
        try:
            asyncio.run(c)
        except RuntimeError as e:
            print(e)
        c.close()
    runner.run(nested())
    for bad in (5, bump, None):
        try:
            runner.run(bad)
        except ValueError as e:
            print(str(e).split(' at 0x')[0])
print(loop.is_closed())
c = bump()
for action in (lambda: runner.run(c), runner.get_loop, runner.__enter__):
    try:
        action()
    except RuntimeError as e:
        print(e)
c.close()
runner.close()
made = []
def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]
r = asyncio.Runner(debug=True, loop_factory=factory)
print(made, r.get_loop() is made[0], r.get_loop().get_debug(), r.run(bump()))
r.close()
print(made[0].is_closed(), var.get())
