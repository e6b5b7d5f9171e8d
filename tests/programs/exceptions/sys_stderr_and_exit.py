import sys
print('to stderr', file=sys.stderr)
sys.stderr.write('written\n')
try:
    1 / 0
except ZeroDivisionError as e:
    sys.excepthook(type(e), e, e.__traceback__)
print('done')
sys.exit(4)
