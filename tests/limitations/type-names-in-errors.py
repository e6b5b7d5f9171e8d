from collections import deque
try:
    hash(deque())
except TypeError as error:
    print(error)
