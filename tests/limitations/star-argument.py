def f(*args):
    pass


try:
    f(*5)
except TypeError as error:
    print(error)
