"""Names of `multiprocessing`. The playground cannot start processes."""

__all__ = ['AuthenticationError', 'BufferTooShort', 'Process',
           'ProcessError', 'TimeoutError', 'active_children', 'cpu_count',
           'current_process', 'freeze_support', 'get_context',
           'get_start_method', 'parent_process', 'set_start_method']


class ProcessError(Exception):
    """The base of this module's exceptions."""


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


def _refuse(*args, **kwargs):
    raise OSError(38, 'multiprocessing does not work here: the playground '
                  'cannot start processes')


class Process:
    """Can be made but not started."""

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs={}, *, daemon=None):
        self.name = name or 'Process-1'
        self.daemon = bool(daemon)
        self.pid = self.ident = self.exitcode = None
        self._target, self._args, self._kwargs = target, args, kwargs

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def is_alive(self):
        return False

    start = _refuse


class _MainProcess(Process):
    def __init__(self):
        super().__init__(name='MainProcess')
        self.pid = self.ident = 1

    def is_alive(self):
        return True


_main = _MainProcess()


def current_process():
    return _main


def parent_process():
    return None


def active_children():
    return []


def cpu_count():
    return 1


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return 'spawn'


def set_start_method(method, force=False):
    pass


def get_context(method=None):
    import sys
    return sys.modules[__name__]


Array = Barrier = BoundedSemaphore = Condition = Event = JoinableQueue = \
    Lock = Manager = Pipe = Pool = Queue = RLock = Semaphore = SimpleQueue = \
    Value = _refuse
