# A cycle of contexts that the program tied itself is no trap for the next raise.
def tie():
    a, b, c = ValueError('a'), TypeError('b'), KeyError('c')
    a.__context__ = b
    b.__context__ = c
    c.__context__ = b
    return a


try:
    try:
        raise tie()
    except ValueError as error:
        print(repr(error.__context__.__context__.__context__))
        raise LookupError('later')
except LookupError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))

one = OSError('one')
one.__context__ = one
try:
    try:
        raise one
    except OSError:
        int('x')
except ValueError as error:
    print(error, repr(error.__context__))
