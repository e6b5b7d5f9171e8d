import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('no')
    return 'ok'

async def main():
    t = asyncio.create_task(stubborn(), name='stubborn')
    await asyncio.sleep(1)
    t.cancel('stop it')
    print(await t)

asyncio.run(main())
