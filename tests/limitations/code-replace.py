def f():
    pass


try:
    print(f.__code__.replace(co_consts=()).co_consts, hasattr(f.__code__, 'co_lines'))
except TypeError as problem:
    print(problem)
