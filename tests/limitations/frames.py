import sys


def f():
    frame = sys._getframe()
    later = 1
    print('later' in frame.f_locals)
    return later / 0


try:
    f()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)
