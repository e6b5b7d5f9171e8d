# Coroutines that never suspend run one after the other, even in gather.
import asyncio
async def test(name, num):
    for i in range(num):
        print(name, i)

async def main():
    coroutine_list = [test('A', 3), test('B', 3)]   # 本例创建了 2 个协程。如果追求性能,则可以几万个协程
    result = await asyncio.gather(*coroutine_list)  # 这一步是并发运行多个协程,等它们全部运行完毕,才继续执行后续代码
    print(result)

asyncio.run(main())
