import sys


def shown():
    try:
        print(sys.exc_info()[0])
        yield
        raise TypeError
    except TypeError as error:
        print(sys.exc_info()[0], type(error.__context__))
    print(sys.exc_info()[0])
    yield
    print(sys.exc_info()[0])
    yield 'done'


generator = shown()
next(generator)
try:
    raise ValueError
except ValueError:
    next(generator)
print(next(generator))


def thrown():
    try:
        yield
    except TypeError as error:
        print(repr(error.__context__), sys.exc_info()[0])
    print(sys.exc_info()[0])
    yield
    print(sys.exc_info()[0])
    yield 'done'


generator = thrown()
next(generator)
try:
    raise ValueError
except ValueError:
    generator.throw(TypeError('thrown'))
print(next(generator))


def own():
    try:
        raise KeyError('own')
    except KeyError:
        try:
            yield
        except TypeError as error:
            print(repr(error.__context__))
        print(sys.exc_info()[0])
        yield
        raise


generator = own()
next(generator)
try:
    raise ValueError
except ValueError:
    generator.throw(TypeError('thrown'))
try:
    next(generator)
except KeyError as error:
    print(repr(error))
