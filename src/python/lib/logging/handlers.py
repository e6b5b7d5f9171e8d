"""More places where messages go: queues, memory, files that are rotated."""

__all__ = ['BaseRotatingHandler', 'BufferingHandler', 'MemoryHandler',
           'QueueHandler', 'QueueListener', 'RotatingFileHandler',
           'TimedRotatingFileHandler', 'WatchedFileHandler']

import copy
import os
import re
import threading
import time

import logging


class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside now and then."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False,
                 errors=None):
        super().__init__(filename, mode=mode, encoding=encoding, delay=delay,
                         errors=errors)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """A file that is put aside before it grows beyond a size in bytes."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0,
                 encoding=None, delay=False, errors=None):
        super().__init__(filename, 'a' if maxBytes > 0 else mode,
                         encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        name = self.baseFilename
        if self.backupCount > 0:
            older = [self.rotation_filename(f'{name}.{number}')
                     for number in range(1, self.backupCount + 1)]
            for source, dest in zip(older[-2::-1], older[:0:-1]):
                if os.path.exists(source):
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            if os.path.exists(older[0]):
                os.remove(older[0])
            self.rotate(name, older[0])
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(
                self.baseFilename):
            return False
        if self.stream is None:
            self.stream = self._open()
        text = f'{self.format(record)}\n'
        self.stream.seek(0, 2)
        return self.stream.tell() + len(text) >= self.maxBytes


_DAY = 86400
# Of each unit: its seconds, and how a file that is put aside is named.
_UNITS = {
    'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'),
    'H': (3600, '%Y-%m-%d_%H'), 'D': (_DAY, '%Y-%m-%d'),
    'MIDNIGHT': (_DAY, '%Y-%m-%d'), 'W': (7 * _DAY, '%Y-%m-%d'),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """A file that is put aside at certain times."""

    def __init__(self, filename, when='h', interval=1, backupCount=0,
                 encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):
        super().__init__(filename, 'a', encoding=encoding, delay=delay,
                         errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        unit = self.when
        if unit.startswith('W'):
            if len(unit) != 2:
                raise ValueError('You must specify a day for weekly rollover '
                                 f'from 0 to 6 (0 is Monday): {unit}')
            if unit[1] not in '0123456':
                raise ValueError('Invalid day specified for weekly rollover: '
                                 + unit)
            self.dayOfWeek = int(unit[1])
            unit = 'W'
        if unit not in _UNITS:
            raise ValueError('Invalid rollover interval specified: '
                             + self.when)
        seconds, self.suffix = _UNITS[unit]
        self.interval = seconds * interval
        digits = re.sub('%.', lambda sign: r'\d{4}' if sign[0] == '%Y'
                        else r'\d{2}', self.suffix)
        self.extMatch = re.compile(rf'^{digits}(\.\w+)?$', re.ASCII)
        try:
            begin = int(os.stat(self.baseFilename).st_mtime)
        except FileNotFoundError:
            begin = int(time.time())
        self.rolloverAt = self.computeRollover(begin)

    def computeRollover(self, currentTime):
        """When the file is put aside next."""
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        now = self._fields(currentTime)
        day = now.tm_wday
        at = self.atTime
        wait = _DAY if at is None else (
            (at.hour * 60 + at.minute) * 60 + at.second)
        wait -= (now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec
        if wait < 0:
            wait += _DAY
            day += 1
        if self.when.startswith('W'):
            wait += (self.dayOfWeek - day) % 7 * _DAY
        return currentTime + wait

    def _fields(self, seconds):
        return time.gmtime(seconds) if self.utc else time.localtime(seconds)

    def shouldRollover(self, record):
        return int(time.time()) >= self.rolloverAt and (
            not os.path.exists(self.baseFilename)
            or os.path.isfile(self.baseFilename))

    def getFilesToDelete(self):
        """Files put aside that are more than are to be kept."""
        folder, base = os.path.split(self.baseFilename)
        found = sorted(name for name in os.listdir(folder)
                       if name.startswith(base + '.')
                       and self.extMatch.match(name[len(base) + 1:]))
        kept = min(self.backupCount, len(found))
        return [os.path.join(folder, name)
                for name in found[:len(found) - kept]]

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        now = int(time.time())
        named_for = self._fields(self.rolloverAt - self.interval)
        aside = self.rotation_filename(
            f'{self.baseFilename}.{time.strftime(self.suffix, named_for)}')
        if os.path.exists(aside):
            os.remove(aside)
        self.rotate(self.baseFilename, aside)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    """A file that is opened again when another one has taken its name."""

    def reopenIfNeeded(self):
        if self.stream is None:
            return
        try:
            there = os.stat(self.baseFilename).st_ino
        except FileNotFoundError:
            there = None
        if there != os.fstat(self.stream.fileno()).st_ino:
            self.stream.close()
            self.stream = self._open()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)


class BufferingHandler(logging.Handler):
    """Keeps messages until there are many."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps messages for another handler, until there are many or a grave
    one."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None,
                 flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return super().shouldFlush(record) or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.target = None
            super().close()


class QueueHandler(logging.Handler):
    """Puts messages into a queue."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy with its text made, so that it can go anywhere."""
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = None
        record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that hands the messages of a queue to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if (not self.respect_handler_level
                    or record.levelno >= handler.level):
                handler.handle(record)

    def _monitor(self):
        has_tasks = hasattr(self.queue, 'task_done')
        while True:
            record = self.dequeue(True)
            ends = record is self._sentinel
            if not ends:
                self.handle(record)
            if has_tasks:
                self.queue.task_done()
            if ends:
                return

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
