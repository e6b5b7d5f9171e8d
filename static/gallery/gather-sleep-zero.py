# sleep(0) hands control back to the loop, so the two take turns.
import asyncio
async def test(name, num):
    for i in range(num):
        print(name, i)
        await asyncio.sleep(0)  # 让当前协程睡眠几秒,从而允许切换运行其它协程

async def main():
    coroutine_list = [test('A', 3), test('B', 3)]
    result = await asyncio.gather(*coroutine_list)
    print(result)

asyncio.run(main())
