# At the end, handlers are flushed and closed.
import logging, logging.handlers, sys
target = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(capacity=100, target=target)
log = logging.getLogger('app')
log.setLevel(logging.INFO)
log.addHandler(memory)
log.info('first')
log.info('second')
print('end of program')
