# The styles of formats are classes, with checks; levels have two dictionaries; unknown options are named.
import logging
import sys

print(logging._nameToLevel['INFO'], logging._levelToName[30], logging.getLevelName('ERROR'))
for style, fmt in (('%', '%(levelname)-8s %(message).3s'), ('{', '{levelname:>8} {message}'), ('$', '$levelname ${message}')):
    formatter = logging.Formatter(fmt, style=style)
    record = logging.makeLogRecord({'levelname': 'INFO', 'msg': 'hello'})
    print(type(formatter._style).__name__, formatter._fmt, formatter._style._fmt, formatter.usesTime(), formatter.format(record))
for style, fmt in (('%', '%(asctime)Z'), ('%', 'x'), ('%', '%(message)'), ('%', '%(a b)s'), ('%', '%(message)5.s'), ('%', '%(message)*.*f'),
                   ('{', 'x'), ('{', '{a!x}'), ('$', '$'), ('$', 'x'), ('!', '')):
    try:
        print(logging.Formatter(fmt, style=style)._fmt)
    except ValueError as error:
        print(error)
formatter = logging.Formatter('%(message)s')
formatter._style._fmt = '<%(message)s>'
print(formatter.format(record))
print(logging.Formatter('%(message)s %(who)s', defaults={'who': 'me'}).format(record))
try:
    logging.basicConfig(stream=sys.stdout, loglevel=3)
except ValueError as error:
    print(error)
logging.warning('still works')
logging.basicConfig(force=True, filename='log.bin', filemode='wb')
logging.getLogger().handlers[0].close()
import copy
import pickle
for name in ('a.b', None):
    logger = logging.getLogger(name)
    print(pickle.loads(pickle.dumps(logger)) is logger, copy.copy(logger) is logger, copy.deepcopy(logger) is logger)
logging.raiseExceptions = False
logging.getLogger('x').log('high', 'not an int')
