# A traceback is equal to itself however it was reached.
import sys


def fail():
    raise ValueError('x')


try:
    fail()
except ValueError as error:
    traceback = error.__traceback__
    print(traceback == error.__traceback__, traceback == sys.exc_info()[2], hash(traceback) == hash(error.__traceback__))
    print(traceback.tb_next == error.__traceback__.tb_next, traceback != traceback.tb_next, traceback == 3)
    print(sys.exc_info() == (ValueError, error, error.__traceback__))
    other = KeyError().with_traceback(traceback)
    print(other.__traceback__ == traceback)
