# What a StreamReader does at limits and at the end.
import asyncio

def feed(*chunks, eof=True, limit=2 ** 16):
    r = asyncio.StreamReader(limit=limit)
    for c in chunks:
        r.feed_data(c)
    if eof:
        r.feed_eof()
    return r

async def main():
    r = feed(b'one\ntwo\nthr', b'ee\nrest')
    print(await r.readline(), await r.readline(), await r.readline(), await r.readline(), await r.readline(), r.at_eof())
    r = feed(b'abcdef')
    print(await r.read(2), await r.readexactly(3), await r.read(), await r.read(), r.at_eof())
    r = feed(b'abc')
    try:
        await r.readexactly(10)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    r = feed(b'key: value\r\nend')
    print(await r.readuntil(b': '), await r.readuntil(b'\r\n'))
    try:
        await r.readuntil(b'\r\n')
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    r = feed(b'x' * 50 + b'\nabc\n', limit=16)
    try:
        await r.readline()
    except ValueError as e:
        print('V', e)
    print(await r.readline())
    r = feed(b'x' * 50, limit=16, eof=False)
    try:
        await r.readuntil(b'\n')
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed)
    r = feed(b'0123456789\n', limit=5)
    try:
        await r.readuntil(b'\n')
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed)
    r = feed(eof=False)

    async def later():
        await asyncio.sleep(1)
        r.feed_data(b'hel')
        await asyncio.sleep(1)
        r.feed_data(b'lo\nmore')
        r.feed_eof()
    t = asyncio.create_task(later())
    print(await r.readline(), asyncio.get_running_loop().time(), await r.read(-1))
    r = feed(eof=False)
    r.set_exception(OSError('bad'))
    print(r.exception())
    for f in (r.read(), r.readline(), r.readexactly(1), r.readuntil()):
        try:
            await f
        except OSError as e:
            print('O', e)
    r = feed(eof=False)
    t1 = asyncio.create_task(r.read(1))
    await asyncio.sleep(0)
    try:
        await r.readline()
    except RuntimeError as e:
        print(e)
    t1.cancel()
    r = feed(b'a\nb\n')
    print([l async for l in r])
    try:
        await r.readuntil(b'')
    except ValueError as e:
        print(e)
    try:
        await feed(b'x').readexactly(-1)
    except ValueError as e:
        print(e)
    print(await feed(b'x').readexactly(0), await feed(b'xyz').read(0))
    print(feed(b'abc'), feed(eof=False, limit=10))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)
asyncio.run(main())
