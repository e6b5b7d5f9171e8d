def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def total(n):
    result = 0
    for i in range(n):
        if i % 2 and i != 5:
            continue
        result += i * 2
    return result
