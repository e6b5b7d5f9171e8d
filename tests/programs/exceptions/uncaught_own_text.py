# The report of an uncaught exception asks its own __str__; finalizers' errors go to a hook.
import sys


class Trouble(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f'trouble {self.code}'


class Ends:
    def __del__(self):
        raise ValueError('in the end')


def unraisable(record):
    print(record.exc_type.__name__, record.exc_value, record.err_msg, record.object is not None)


sys.unraisablehook = unraisable
Ends()
raise Trouble(7)
