import atexit
import weakref


class Node:
    pass


def told(what):
    print("told of", what)


def fails():
    raise ValueError("in a finalizer")


def last():
    print("last")


atexit.register(last)
kept = Node()
kept.me = kept
first = weakref.finalize(kept, told, "the first")
unwanted = Node()
unwanted.me = unwanted
second = weakref.finalize(unwanted, told, "what is not told at the end")
second.atexit = False
weakref.finalize(kept, fails)
third = weakref.finalize(kept, told, "the third")
gone = Node()
weakref.finalize(gone, told, "what is gone")
del gone
print(first.alive, second.alive, third.alive)
