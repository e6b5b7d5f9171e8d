"""Runs the programs that come on standard input, each in a fresh namespace.

A program comes as a line with its length in bytes and then its text. The
answer is a line of JSON: what it printed, the last line of its standard error
and its exit status; or that it cost too much time or memory.
"""
import asyncio
import gc
import io
import json
import resource
import selectors
import signal
import sys
import types
import warnings

SECONDS = 1
MEMORY = 1 << 30
# A program that took more kilobytes than this may be over the memory budget of
# a program elsewhere, which is less than MEMORY.
MUCH = 128 << 10
WANTED, ANSWERS = sys.stdin.buffer, sys.stdout
OWN = sys.modules["__main__"]


class TooSlow(BaseException):
    pass


# Whether the time is over: a program may have caught the exception.
over = False


def too_slow(signum, frame):
    global over
    over = True
    raise TooSlow


class VirtualSelector(selectors.DefaultSelector):
    """Instead of waiting, the clock jumps."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout:
            self.now += timeout
        elif not ready and timeout is None:
            raise TooSlow
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = VirtualSelector()
        super().__init__(self.clock)

    def time(self):
        return self.clock.now


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


def execute(source):
    """Runs a program as a process would; its exit status."""
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(compile(source, "program.py", "exec"), module.__dict__)
    except SystemExit as end:
        if isinstance(end.code, int):
            return end.code & 255
        if end.code is not None:
            print(end.code, file=sys.stderr)
            return 1
    except TooSlow:
        raise
    except BaseException:
        # Only the hook adds suggestions such as "Did you mean".
        sys.__excepthook__(*sys.exc_info())
        return 1
    return 0


def end():
    """Lets go of a program's objects, as the end of a process does."""
    sys.modules["__main__"] = OWN
    gc.collect()


def watch(seconds):
    """Ends a program after this much computing: first by an exception, and
    where that is caught or cannot be raised, together with this process."""
    signal.setitimer(signal.ITIMER_PROF, seconds, 0)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds * 1.5, 0)


def most_memory():
    """Kilobytes that this process had at most. What getrusage tells begins with
    the size of the process that started this one."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        return 0


def answer(source):
    global over
    over = False
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors, newline="\n", write_through=True)
        for errors in ("strict", "backslashreplace")
    )
    sys.stdout, sys.stderr = out, err
    watch(SECONDS)
    try:
        status = execute(source)
        end()
        watch(0)
    except TooSlow:
        over = True
    finally:
        watch(0)
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    if over or most_memory() > MUCH:
        return {"costly": True}
    stdout, stderr = (stream.buffer.getvalue().decode() for stream in (out, err))
    lines = stderr.rstrip().split("\n")
    return {"stdout": stdout, "complaint": lines[-1], "status": status}


def main():
    signal.signal(signal.SIGPROF, too_slow)
    asyncio.set_event_loop_policy(VirtualPolicy())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore", SyntaxWarning)
    # What is here already is not searched after each program.
    gc.freeze()
    print("%d.%d" % sys.version_info[:2], file=ANSWERS)
    while line := WANTED.readline():
        source = WANTED.read(int(line)).decode()
        told = answer(source)
        print(json.dumps(told), file=ANSWERS)
        if "costly" in told:
            # It was broken off anywhere, and nobody knows what it left behind;
            # or the process's greatest size is that of this program from now on.
            break


main()
