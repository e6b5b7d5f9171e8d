def count(n):
    while n > 0:
        sent = yield n
        n -= 1 if sent is None else sent


async def fetch(url, *, retries=3):
    async with session() as s:
        return await s.get(url)


squares = [x * x for x in count(3)]
