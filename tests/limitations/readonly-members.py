def f():
    pass


try:
    f.__globals__ = {}
except AttributeError as error:
    print(error)
