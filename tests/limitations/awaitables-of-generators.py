async def numbers():
    yield 1


generator = numbers()
closing = generator.aclose()
following = anext(generator, None)
print(type(closing).__name__, type(following).__name__)
closing.close()
following.close()
