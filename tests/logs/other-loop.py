import asyncio

other = asyncio.new_event_loop()
fut = other.create_future()

async def main():
    try:
        await fut
    except RuntimeError as error:
        print('refused')

asyncio.run(main())
