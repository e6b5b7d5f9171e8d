async def numbers():
    yield 1


generator = numbers()
following = anext(generator, None)
print(type(following).__name__)
following.close()
