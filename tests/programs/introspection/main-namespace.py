# The names that a program begins with.
print(dir())
print(list(globals())[:9])
print(__package__, __cached__, __annotations__, __spec__)
x: int = 5
y: str
print(__annotations__)
