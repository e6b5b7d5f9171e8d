def f(a, b):
    x = a.value
    return 1 + (x  // b) * 2

class A:
    value = 5

print('before')
y = [f(A, 1), f(A(), 0)]
