# Handlers for queues, memory and files that are rotated.
import logging
import logging.handlers
import os
import queue
import sys
import tempfile

log = logging.getLogger('demo')
log.setLevel(logging.DEBUG)
log.propagate = False
target = logging.StreamHandler(sys.stdout)
target.setFormatter(logging.Formatter('%(levelname)s %(name)s %(message)s'))

memory = logging.handlers.MemoryHandler(3, target=target)
log.addHandler(memory)
for number in range(4):
    log.info('number %d', number)
print('kept', len(memory.buffer))
log.error('grave')
log.debug('last')
memory.close()
log.removeHandler(memory)

messages = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(messages))
listener = logging.handlers.QueueListener(messages, target, respect_handler_level=True)
log.warning('before %s', 'start')
record = messages.get()
print(record.msg, record.args, record.levelname)
listener.start()
log.warning('through %s', 'the queue')
messages.task_done()
messages.join()
target.setLevel(logging.ERROR)
log.info('too low')
log.error('failed %d times', 2)
listener.stop()
log.handlers.clear()

path = os.path.join(tempfile.mkdtemp(), 'x.log')
rotating = logging.handlers.RotatingFileHandler(path, maxBytes=20, backupCount=2)
log.addHandler(rotating)
for number in range(7):
    log.info('message %d', number)
rotating.close()
for name in sorted(os.listdir(os.path.dirname(path))):
    with open(os.path.join(os.path.dirname(path), name)) as file:
        print(name, file.read().split('\n'))
