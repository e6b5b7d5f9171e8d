# `super()` where the first argument is None is not bound; up to Python 3.11.
class A:
    def who(self):
        return 'A'


class B(A):
    def who(self):
        return super().who()

    def shown(self):
        return super()


for call in (lambda: B.who(None), lambda: B.who(5), lambda: B.shown(None), lambda: B.who(B()),
             lambda: super(B, None).who, lambda: super(B).who):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
