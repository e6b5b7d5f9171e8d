"""get_event_loop, set_event_loop and policies."""
import asyncio
import warnings
warnings.simplefilter('ignore')

async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(main()))
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy), policy.get_event_loop() is loop)
loop.close()
print(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
for bad in (5, 'loop'):
    try:
        asyncio.set_event_loop(bad)
    except TypeError as e:
        print(e)
print(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print('after run:', e)

class Policy(asyncio.DefaultEventLoopPolicy):
    made = 0
    def new_event_loop(self):
        Policy.made += 1
        return super().new_event_loop()
asyncio.set_event_loop_policy(Policy())
print(type(asyncio.get_event_loop_policy()).__name__, asyncio.run(main()), Policy.made)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__, Policy.made)
try:
    asyncio.set_event_loop_policy(7)
except TypeError as e:
    print(e)
