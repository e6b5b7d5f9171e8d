# logging.config: from a dict, and in steps.
import logging
import logging.config
import sys


class Upper(logging.Filter):
    def __init__(self, word='!'):
        self.word = word

    def filter(self, record):
        record.msg = record.msg.upper() + self.word
        return True


def make_formatter(pattern, **more):
    return logging.Formatter(pattern + str(more))


CONFIG = {
    'version': 1,
    'formatters': {'brief': {'format': '%(levelname)s|%(message)s'},
                   'braces': {'format': '{name}:{message}', 'style': '{'},
                   'own': {'()': make_formatter, 'pattern': '%(message)s', 'x': 1}},
    'filters': {'only': {'name': 'a.b'}, 'loud': {'()': '__main__.Upper', 'word': '?'}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'brief',
                'level': 'INFO'},
        'second': {'class': 'logging.StreamHandler', 'stream': 'cfg://streams.main[0]',
                   'formatter': 'braces', 'filters': ['only']},
        'kept': {'class': 'logging.handlers.MemoryHandler', 'capacity': 2, 'target': 'out'},
        'made': {'()': logging.StreamHandler, 'stream': sys.stdout, '.': {'terminator': '#\n'},
                 'formatter': 'own', 'filters': ['loud']}},
    'streams': {'main': [sys.stdout]},
    'loggers': {'a': {'level': 'DEBUG', 'handlers': ['second'], 'propagate': True},
                'kept': {'handlers': ['kept'], 'propagate': False, 'level': 20},
                'made': {'handlers': ['made'], 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['out']}}

early, below = logging.getLogger('early'), logging.getLogger('a.b.c')
logging.config.dictConfig(CONFIG)
early.error('disabled')
below.debug('one')
logging.getLogger('a').info('two')
logging.getLogger('made').error('three')
for text in ('four', 'five'):
    logging.getLogger('kept').info(text)
logging.config.dictConfig({'version': 1, 'incremental': True, 'handlers': {'out': {'level': 'ERROR'}},
                           'loggers': {'a': {'level': 'ERROR'}}})
below.warning('six')
below.error('seven')
print(early.disabled, below.disabled)
