print([(b, (lambda: b)()) for b in [1]])
def f():
    return [(b, (lambda: b)()) for b in [1]]
print(f())
def f():
    return [a for a in [1] for b in [(lambda: b)()]]
try: f()
except Exception as e: print(type(e), e)
def f():
    return [(lambda: b) for a in [1] for b in [b]]
try: f()
except Exception as e: print(type(e), e)
b=[1]
try:
    print([a * b for a in [2, 3] for b in b + b if a != b])
except NameError as e:
    print(type(e), e)
try: f(1)
except Exception as e: print(type(e), e)
