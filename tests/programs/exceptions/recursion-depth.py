"""How deep calls go."""
import sys

depth = 0


def deeper():
    global depth
    depth += 1
    deeper()


try:
    deeper()
except RecursionError as error:
    print(depth, error)


def down(n):
    return n if n == 0 else down(n - 1)


def generate(n):
    yield n
    yield from generate(n + 1)


for most in (1000, 100, 50):
    sys.setrecursionlimit(most)
    print(sys.getrecursionlimit())
    for n in range(most - 5, most + 2):
        try:
            down(n)
        except RecursionError as error:
            print("not", n, error)
            break
    last = 0
    try:
        for last in generate(0):
            pass
    except RecursionError as error:
        print("generators", last, error)
