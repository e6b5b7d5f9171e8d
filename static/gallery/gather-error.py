# One of three fails: gather raises at once, the others go on alone.
import asyncio

async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(f'{name} went wrong')
    print(name, 'finished')
    return name

async def main():
    try:
        await asyncio.gather(
            job('first', 1),
            job('second', 2, fails=True),
            job('third', 3),
        )
    except ValueError as error:
        print('main sees:', error)
    await asyncio.sleep(2)
    print('main leaves')

asyncio.run(main())
