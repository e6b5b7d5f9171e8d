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


def alias_parameters(args):
    """`__parameters__` of `list[T]` and of `T | int`."""
    from typing._forms import parameters_of
    return parameters_of(args)


def same_members(one, other):
    """Whether two unions have equal members, in any order."""
    return set(one) == set(other)


def members_hash(members):
    """The hash of a union, whose order does not count."""
    return hash(frozenset(members))


def members_once(members):
    """The members of a union, equal ones once."""
    return tuple(dict.fromkeys(members))


def unpacked_alias(alias):
    """`*alias`: what stands behind a star is the one item of its iterator."""
    item, = alias
    return item


def reduce_unpacked(alias):
    """How `*alias` is copied and pickled."""
    return unpacked_alias, (alias,)


def subscript_alias(alias, args):
    """`list[T][int]` and `(T | int)[str]`."""
    from typing._substitution import substituted
    if not alias.__parameters__:
        raise TypeError(f'{alias!r} is not a generic class')
    args = substituted(alias, args)
    origin = getattr(alias, '__origin__', None)
    if origin is not None:
        return type(alias)(origin, args)
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


def breakpoint(*args, **kwargs):
    """`builtins.breakpoint`"""
    import sys
    try:
        hook = sys.breakpointhook
    except AttributeError:
        raise RuntimeError('lost sys.breakpointhook') from None
    return hook(*args, **kwargs)


def breakpointhook(*args, **kwargs):
    """`sys.breakpointhook`: calls what `PYTHONBREAKPOINT` names (PEP 553).

    There is no debugger here: it is missing as any module may be.
    """
    import os
    import warnings
    name = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if name == '0':
        return None
    module, _, function = name.rpartition('.')
    try:
        hook = getattr(__import__(module or 'builtins', None, None, ['_']), function)
    except (ImportError, AttributeError):
        # It warns of the line with the call, two functions up.
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"',
                      RuntimeWarning, stacklevel=3)
        return None
    return hook(*args, **kwargs)


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
