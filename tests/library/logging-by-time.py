# Files of messages that are put aside at certain times.
import datetime
import logging
import os
import tempfile
import time
from logging.handlers import TimedRotatingFileHandler

os.chdir(tempfile.mkdtemp())
at_times = (None, datetime.time(6, 30), datetime.time(0, 0))
now = 1704067200
for when in ('S', 'M', 'H', 'D', 'midnight', 'W0', 'W3', 'w6'):
    for interval, at in ((1, None), (3, None), (1, at_times[1]), (1, at_times[2])):
        handler = TimedRotatingFileHandler('x.log', when, interval, delay=True,
                                           utc=True, atTime=at)
        print(handler.when, handler.interval, handler.suffix, *[
            time.strftime('%a %d %T', time.gmtime(handler.computeRollover(moment)))
            for moment in (now, now + 3600 * 7, now + 86399,
                           now + 86400 * 3 + 23400)])
print(handler.extMatch.pattern)
for when in ('X', 'W', 'W7', 'W10', ''):
    try:
        TimedRotatingFileHandler('x.log', when, delay=True)
    except ValueError as error:
        print(error)

handler = TimedRotatingFileHandler('run.log', 's', 10, backupCount=2, delay=True)
handler.setFormatter(logging.Formatter('%(asctime)s %(message)s', '%T'))
logger = logging.getLogger('timed')
logger.addHandler(handler)
logger.propagate = False
for number in range(8):
    logger.warning('message %d', number)
    time.sleep(4)
handler.close()
for name in sorted(os.listdir()):
    with open(name) as file:
        print(name, file.read().split('\n'))
print(logging.LoggerAdapter(logger, {}).name)
