# Order of except, else and finally, returns that win, and exceptions raised again.
import sys
def way(kind):
    log = []
    try:
        try:
            log.append('try')
            if kind == 'raise':
                raise ValueError(kind)
            if kind == 'return':
                return log
        except ValueError as error:
            log.append(f'except {error}')
            raise
        else:
            log.append('else')
        finally:
            log.append('finally')
    except ValueError as error:
        log.append(f'outer {error}')
    return log
print(way('raise'), way('return'), way('none'))
def wins():
    try:
        raise KeyError('lost')
    finally:
        return 'finally wins'
def loop():
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
        finally:
            print('finally', n)
    else:
        print('never')
print(wins())
loop()
try:
    int('x')
except (TypeError, ValueError) as error:
    print(sys.exc_info()[0], sys.exc_info()[1] is error, sys.exception() is error)
print(sys.exc_info())
try:
    try:
        [].pop()
    except IndexError as error:
        error.extra = 'kept'
        raise error.with_traceback(None)
except IndexError as again:
    print(again.extra, again.__context__)
try:
    print(error)
except NameError as problem:
    print(problem)
