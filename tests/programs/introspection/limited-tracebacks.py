"""`sys.tracebacklimit`, and what is said of a callback that fails at the end."""

import atexit
import sys


class WithoutPlaces:
    """Paths and addresses differ from run to run."""

    text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def show(self):
        for line in self.text.splitlines():
            if line.lstrip().startswith('File'):
                line = '  File' + line[line.rindex(','):]
            print(line.partition(' at 0x')[0])


def fail(x):
    raise ValueError(x)


def outer():
    inner()


def inner():
    1 / 0


sys.stderr = WithoutPlaces()
atexit.register(sys.stderr.show)
atexit.register(fail, 1)
for limit in (2, 0, -1, 10):
    sys.tracebacklimit = limit
    try:
        outer()
    except ZeroDivisionError:
        sys.__excepthook__(*sys.exc_info())
sys.tracebacklimit = 1
outer()
