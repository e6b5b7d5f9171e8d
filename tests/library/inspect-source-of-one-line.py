# The source of functions on one line, with strings and brackets in the way.
import inspect


def one(): return 1
def two(x=(1,
           2), y={'a:': 3}):
    text = '''
not indented: still inside
'''
    return text


class A:
    def m(self): pass
    @staticmethod
    def s(a='#', b=":"):  # a comment:
        if a:
            return b

        # a comment inside
        return None
    x = 1


square = lambda n: n * n
for thing in (one, two, A.m, A.s, A, square):
    print(inspect.getsource(thing), end='--\n')
print(inspect.getsourcelines(A.s)[1], len(inspect.getsourcelines(two)[0]))
