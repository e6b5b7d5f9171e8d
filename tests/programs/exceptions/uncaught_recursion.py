def down(n):
    return down(n + 1)

def start():
    try:
        down(0)
    except RecursionError as e:
        raise ValueError('too deep') from e

import sys
sys.setrecursionlimit(100)
try:
    start()
except ValueError as e:
    print(type(e.__cause__).__name__)
def even(n):
    if n == 0:
        raise KeyError(n)
    even(n - 1)
even(10)
