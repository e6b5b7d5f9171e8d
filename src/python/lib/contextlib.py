"""Context managers from generators, and ways to put them together."""

__all__ = [
    'AbstractAsyncContextManager', 'AbstractContextManager', 'AsyncContextDecorator',
    'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'aclosing',
    'asynccontextmanager', 'chdir', 'closing', 'contextmanager', 'nullcontext',
    'redirect_stderr', 'redirect_stdout', 'suppress',
]

import abc
import sys
from _collections import deque
from _collections_abc import _has_methods
from functools import wraps
from types import GenericAlias, MethodType


class AbstractContextManager(abc.ABC):
    """Whatever can be used by `with`."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_methods(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """Whatever can be used by `async with`."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_methods(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """Lets a context manager be used as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager be used as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# From generators.

class _FromGenerator:
    """What the two kinds of context managers from generators share."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        # Kept for a decorator, which needs a fresh generator at each call.
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _is_same_error(raised, thrown, traceback):
    """Whether the generator let the exception out that was thrown in."""
    if raised is thrown:
        # Not to show the inside of this module as part of its way.
        raised.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_FromGenerator, AbstractContextManager,
                               ContextDecorator):
    """Up to its yield the generator enters, after it it leaves."""

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()

        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            # It may end; unless the body itself raised this very exception.
            return error is not value
        except RuntimeError as error:
            if _is_same_error(error, value, traceback):
                return False
            # A generator turns StopIteration into RuntimeError on its way out.
            if isinstance(value, StopIteration) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if not _is_same_error(error, value, traceback):
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_FromGenerator,
                                    AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """The same with an asynchronous generator."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()

        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except RuntimeError as error:
            if _is_same_error(error, value, traceback):
                return False
            if (isinstance(value, (StopIteration, StopAsyncIteration))
                    and error.__cause__ is value):
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if not _is_same_error(error, value, traceback):
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a context manager of a generator function with one yield."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an async generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# Small ones.

class closing(AbstractContextManager):
    """Calls `thing.close()` at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits `thing.aclose()` at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # A stack, because one object may be entered several times.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc, tb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Sends what is written to stderr to another file."""

    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Lets exceptions of the given kinds end here."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            return None
        if issubclass(exc_type, self._exceptions):
            return True
        if issubclass(exc_type, BaseExceptionGroup):
            rest = exc.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; stands where a context manager is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Changes the working directory for the time of the body."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# Stacks.

def _methods_of(cm, enter, leave, protocol):
    """The two methods of a context manager, looked up on its class."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(
            f"'{cls.__module__}.{cls.__qualname__}' object does not support "
            f'the {protocol} protocol') from None


class _BaseExitStack:
    """A stack of what is to be called at the end.

    Each entry is a pair: whether it must be awaited, and the function, which
    takes an exception in three parts as `__exit__` does.
    """

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves everything to a new stack, and returns that."""
        moved = type(self)()
        moved._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return moved

    def push(self, exit):
        """Adds the `__exit__` of an object, or a function like one."""
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._push(exit)
        else:
            self._push(MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters `cm`, which is left at the end; what its enter returned."""
        enter, leave = _methods_of(cm, '__enter__', '__exit__',
                                   'context manager')
        result = enter(cm)
        self._push(MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Calls `callback(*args, **kwds)` at the end."""
        def call(exc_type, exc, tb):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call)
        return callback

    def _push(self, function, is_sync=True):
        self._exit_callbacks.append((is_sync, function))


class _Unwinding:
    """The exception that is on its way while a stack is taken down."""

    def __init__(self, exc):
        self.first = self.current = exc
        # What is being handled meanwhile: where the contexts of new ones end.
        self.outside = sys.exception()
        self.raised = False

    def parts(self):
        exc = self.current
        if exc is None:
            return None, None, None
        return type(exc), exc, exc.__traceback__

    def suppressed(self):
        self.current = None
        self.raised = False

    def replaced_by(self, error):
        """A function raised: it happened in the context of the current one."""
        link = error
        while link is not self.current:
            context = link.__context__
            if context is None:
                break
            if context is self.outside:
                link.__context__ = self.current
                break
            link = context
        self.current = error
        self.raised = True

    def finish(self):
        """Raises what came of it; otherwise whether the body's was stopped."""
        if self.raised:
            error = self.current
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return self.first is not None and self.current is None


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves any number of context managers in the opposite order."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(*unwinding.parts()) and unwinding.current is not None:
                    unwinding.suppressed()
            except BaseException as error:
                unwinding.replaced_by(error)
        return unwinding.finish()

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same for asynchronous context managers and ordinary ones."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                stop = leave(*unwinding.parts())
                if not is_sync:
                    stop = await stop
                if stop and unwinding.current is not None:
                    unwinding.suppressed()
            except BaseException as error:
                unwinding.replaced_by(error)
        return unwinding.finish()

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def enter_async_context(self, cm):
        """Enters `cm`, which is left at the end; what its enter returned."""
        enter, leave = _methods_of(cm, '__aenter__', '__aexit__',
                                   'asynchronous context manager')
        result = await enter(cm)
        self._push(MethodType(leave, cm), is_sync=False)
        return result

    def push_async_exit(self, exit):
        """Adds the `__aexit__` of an object, or a coroutine function like one."""
        method = getattr(type(exit), '__aexit__', None)
        if method is None:
            self._push(exit, is_sync=False)
        else:
            self._push(MethodType(method, exit), is_sync=False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Awaits `callback(*args, **kwds)` at the end."""
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call, is_sync=False)
        return callback
