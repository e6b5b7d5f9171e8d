# Filling a list, a tuple or bytes asks the iterable how long it is.
class Sized:
    def __init__(self, answer):
        self.answer = answer

    def __iter__(self):
        print('iter', end=' ')
        return iter([1, 2])

    def __len__(self):
        print('len', end=' ')
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Hinted:
    def __init__(self, answer):
        self.answer = answer

    __iter__ = Sized.__iter__

    def __length_hint__(self):
        print('hint', end=' ')
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def extended(iterable):
    items = [0]
    items += iterable
    return items


answers = [2, -1, 2 ** 70, 'a', TypeError('no'), ValueError('bad')]
makers = [list, tuple, sorted, bytes, bytearray, set, sum, extended,
          lambda x: [*x], lambda x: {*x}, lambda x: max(*x), lambda x: max(0, *x)]
for make in makers:
    for answer in answers:
        for kind in (Sized, Hinted):
            try:
                print(make(kind(answer)))
            except Exception as error:
                print(type(error).__name__, error)
print(list(Hinted(NotImplemented)))
