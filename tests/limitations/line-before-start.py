def f():
    yield 1


print(f().gi_frame.f_lineno)
