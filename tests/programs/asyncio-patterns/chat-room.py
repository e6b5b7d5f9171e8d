"""A chat room: joins, messages, a slow member, leaving by cancellation."""
import asyncio

class Room:
    def __init__(self): self.members = {}
    def say(self, who, text):
        for name, box in self.members.items():
            if name != who:
                box.put_nowait(f'{who}: {text}')
    async def member(self, name, script, seen):
        box = self.members[name] = asyncio.Queue()
        self.say(name, 'joined')
        async def listen():
            while True:
                seen.append((name, await box.get()))
        ear = asyncio.create_task(listen())
        try:
            for pause, text in script:
                await asyncio.sleep(pause)
                self.say(name, text)
        except asyncio.CancelledError:
            self.say(name, 'was kicked')
            raise
        finally:
            await asyncio.sleep(0)
            ear.cancel()
            del self.members[name]
            self.say(name, 'left')

async def main():
    room, seen = Room(), []
    ann = asyncio.create_task(room.member('ann', [(1, 'hi'), (2, 'bye')], seen))
    bob = asyncio.create_task(room.member('bob', [(1.5, 'hello'), (10, 'never')], seen))
    cat = asyncio.create_task(room.member('cat', [(0.5, 'meow'), (3, 'purr')], seen))
    await asyncio.sleep(2)
    bob.cancel()
    await asyncio.wait([ann, bob, cat])
    print(*seen, sep='\n')
    print(room.members, bob.cancelled())

asyncio.run(main())
