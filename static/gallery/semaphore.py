# Five coroutines, at most three inside at a time.
import asyncio
async def test(semaphore):
    async with semaphore:   # 在 semaphore 限制下运行协程
        print('hello')
        await asyncio.sleep(1)
        print('world')

async def main():
    semaphore = asyncio.Semaphore(3)   # 限制最大并行数量
    coroutine_list = [test(semaphore) for i in range(5)]
    return await asyncio.gather(*coroutine_list)

print(repr(asyncio.run(main())))
