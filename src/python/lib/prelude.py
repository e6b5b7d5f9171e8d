"""Coroutines that the machine itself hands out.

They run as ordinary frames: so the machine can stop, step and count inside of
them as anywhere else.
"""


async def anext_or(iterator, default):
    """`anext(iterator, default)`"""
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default


async def aclose(generator):
    """`aclose()` of an asynchronous generator, over its `athrow`."""
    try:
        await generator.athrow(GeneratorExit)
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError('async generator ignored GeneratorExit')
