# logging.config: what is wrong in a dict, settings from a file, formats that are checked.
import io
import logging
import logging.config
import sys

for wrong in ({}, {'version': 2}, {'version': 1, 'handlers': {'x': {'class': 'no.Where'}}},
              {'version': 1, 'handlers': {'x': {'class': 'logging.NullHandler', 'formatter': 'f'}}},
              {'version': 1, 'loggers': {'l': {'level': 'HIGH'}}}, {'version': 1, 'root': {'handlers': ['h']}},
              {'version': 1, 'incremental': True, 'handlers': {'q': {}}},
              {'version': 1, 'formatters': {'f': {'format': '{x', 'style': '{'}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error, '|', repr(error.__cause__))
logging.config.fileConfig(io.StringIO('''
[loggers]
keys=root,net
[handlers]
keys=console
[formatters]
keys=plain
[logger_root]
level=NOTSET
handlers=console
[logger_net]
level=ERROR
handlers=
qualname=net
[handler_console]
class=StreamHandler
level=INFO
formatter=plain
args=(sys.stdout,)
[formatter_plain]
format=%(name)s -> %(message)s
'''), disable_existing_loggers=False)
logging.getLogger('net').error('eight')
logging.getLogger('net.x').info('nine')
logging.getLogger('other').info('ten')
for pattern, style in (('{a.b[0]!r:>10}', '{'), ('{a!z}', '{'), ('{a b}', '{'), ('{a:q}', '{'), ('x', '{'),
                       ('$a $', '$'), ('$$', '$'), ('${a}', '$'), ('a', '%'), ('%(a)s', '%')):
    try:
        logging.Formatter(pattern, style=style)
        print(pattern, 'is good')
    except ValueError as error:
        print(error)
