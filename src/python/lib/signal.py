"""Names of signals. None arrives but those that a program raises itself."""

import enum as _enum


class Signals(_enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(_enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_handlers = {}


def default_int_handler(signalnum, frame, /):
    """What Ctrl+C does by default."""
    raise KeyboardInterrupt


_handlers[Signals.SIGINT] = default_int_handler


def _known(signalnum):
    try:
        return Signals(signalnum)
    except ValueError:
        raise ValueError('signal number out of range') from None


def signal(signalnum, handler, /):
    """Sets what is called for a signal; returns what was before."""
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, '
                        'signal.SIG_DFL, or a callable object')
    number = _known(signalnum)
    if number in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, 'Invalid argument')
    before = getsignal(number)
    _handlers[number] = handler
    return before


def getsignal(signalnum, /):
    return _handlers.get(_known(signalnum), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    """Calls the handler of a signal."""
    import sys
    number = _known(signalnum)
    handler = getsignal(number)
    if handler is default_int_handler:
        from _prelude import interrupt
        interrupt()
    elif callable(handler):
        handler(int(number), sys._getframe(1))
    elif handler == Handlers.SIG_DFL and number not in (
            Signals.SIGCHLD, Signals.SIGCONT, Signals.SIGWINCH):
        raise SystemExit(128 + number)


def strsignal(signalnum, /):
    return _DESCRIPTIONS.get(_known(signalnum))


_DESCRIPTIONS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted',
                 9: 'Killed', 14: 'Alarm clock', 15: 'Terminated'}


def valid_signals():
    return set(Signals)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag, /):
    """System calls are never interrupted."""


def alarm(seconds, /):
    raise OSError(38, 'signal.alarm() does not work here: the playground has '
                  'no timers outside the event loop')
