"""What the machine itself calls or hands out, in Python.

It runs as ordinary frames: so the machine can stop, step and count inside of
it as anywhere else.
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


def alias_parameters(args):
    """`__parameters__` of `list[T]` and of `T | int`."""
    from typing._forms import parameters_of
    return parameters_of(args)


def subscript_alias(alias, args):
    """`list[T][int]` and `(T | int)[str]`."""
    from typing._forms import substituted
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    if not isinstance(args, tuple):
        args = (args,)
    if len(args) != len(parameters):
        much = 'many' if len(args) > len(parameters) else 'few'
        raise TypeError(f'Too {much} arguments for {alias!r}; actual '
                        f'{len(args)}, expected {len(parameters)}')
    args = substituted(alias.__args__, dict(zip(parameters, args)))
    origin = getattr(alias, '__origin__', None)
    if origin is not None:
        return type(list[int])(origin, args)
    union, *rest = args
    for arg in rest:
        union = union | arg
    return union


def open(*args, **kwargs):
    """`builtins.open`"""
    from io._open import open
    return open(*args, **kwargs)


def encode(text, encoding, errors):
    """`str.encode` for what the machine does not know."""
    from codecs._registry import encode_text
    return encode_text(text, encoding, errors)


def decode(data, encoding, errors):
    """`bytes.decode` for what the machine does not know."""
    from codecs._registry import decode_bytes
    return decode_bytes(data, encoding, errors)


def alias_item(alias, args):
    """`list[T][int]`: the type variables replaced, from left to right."""
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    if not isinstance(args, tuple):
        args = (args,)
    wanted, got = len(parameters), len(args)
    if wanted != got:
        few = 'few' if got < wanted else 'many'
        raise TypeError(f'Too {few} arguments for {alias!r}; '
                        f'actual {got}, expected {wanted}')
    from typing._forms import substituted
    return type(alias)(alias.__origin__, substituted(
        alias.__args__, dict(zip(parameters, args))))


def standard_buffer(stream):
    """The stream of bytes below `sys.stdin`, `sys.stdout` or `sys.stderr`."""
    from io._standard import buffer_of
    return buffer_of(stream)


def warn_never_awaited(coroutine, text):
    """Warns as the interpreter does of a coroutine that was dropped."""
    import warnings
    warnings.warn(text, RuntimeWarning, stacklevel=2, source=coroutine)


def interrupt():
    """What Ctrl+C does; here it comes by the Stop button, or by a signal that
    a program sends itself."""
    import sys
    signal = sys.modules.get('signal')
    if signal is not None:
        handler = signal.getsignal(signal.SIGINT)
        if handler is not signal.default_int_handler:
            signal.raise_signal(signal.SIGINT)
            return
    events = sys.modules.get('asyncio.events')
    loop = None if events is None else events._get_running_loop()
    if loop is None or not loop._interrupt():
        raise KeyboardInterrupt
