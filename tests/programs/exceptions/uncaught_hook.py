# sys.excepthook is asked about what leaves the program.
import sys


def hook(kind, value, traceback):
    print('hook', kind.__name__, value, traceback.tb_lineno)


sys.excepthook = hook
raise KeyError('gone')
