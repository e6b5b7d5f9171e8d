# Methods of autospecced classes are mocks that check signatures; ANY is asked first.
from unittest.mock import ANY, AsyncMock, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, call, create_autospec


class Picky:
    def __eq__(self, other):
        return None


class Part:
    def run(self, a, b=2):
        pass


class Whole:
    part = Part()
    items = []
    Inner = Part

    def method(self, x, *, y=1):
        pass

    @classmethod
    def made(cls, z):
        pass

    @staticmethod
    def plain(w):
        pass

    async def later(self, q):
        pass

    @property
    def value(self):
        return 1


whole = create_autospec(Whole)
for name in ('part', 'items', 'Inner', 'method', 'made', 'plain', 'later', 'value'):
    child = getattr(whole, name)
    print(name, isinstance(child, MagicMock), isinstance(child, NonCallableMagicMock), isinstance(child, AsyncMock))
whole.method(3, y=4)
whole.method.assert_called_once_with(x=3, y=4)
whole().method(5)
whole.items.append(1)
whole.part.run(1, b=3)
whole.made(1)
whole.plain(w=2)
print(whole.mock_calls, whole.return_value.method.call_args)
for wrong in [lambda: whole.method(), lambda: whole().method(1, 2), lambda: whole.part.run(), lambda: whole.items.nothing,
              lambda: whole.made(), lambda: whole.plain(1, 2), lambda: create_autospec(Mock()),
              lambda: create_autospec(Whole.later, instance=True), lambda: whole.method.assert_called_with(9)]:
    try:
        wrong()
        print('no error')
    except (TypeError, AttributeError, InvalidSpecError, RuntimeError, AssertionError) as error:
        print(type(error).__name__, str(error).splitlines()[0].split('[object')[0])


def function(a, b):
    pass


function.inner = function
mocked = create_autospec(function)
mocked.inner(3, b=4)
mocked.inner.assert_called_with(a=3, b=4)

mock = Mock(spec=Picky)
mock(Picky(), 1)
mock.assert_has_calls([call(ANY, 1)])
mock.assert_called_with(ANY, 1)
mock.assert_any_call(ANY, 1)
print(call() == ('foo',), call.foo() == call(), call(1) == call.foo(1), call.foo(1) == call.bar(1))
