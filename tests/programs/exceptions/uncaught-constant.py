print(hasattr(__builtins__, "True"))
try:
    pint(1)
except NameError:
    ready = true
