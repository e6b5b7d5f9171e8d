"""How long code takes. Virtual time stands still while code runs."""

__all__ = ['Timer', 'default_timer', 'repeat', 'timeit']

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    """Runs a statement many times and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer,
                 globals=None):
        for name, code in (('stmt', stmt), ('setup', setup)):
            if not isinstance(code, str) and not callable(code):
                raise ValueError(f'{name} is neither a string nor callable')
        self.timer = timer
        self._space = {} if globals is None else globals
        self._stmt = self._compiled(stmt)
        self._setup = self._compiled(setup)

    def _compiled(self, code):
        if callable(code):
            return code
        code = compile(code, '<timeit-src>', 'exec')
        return lambda: exec(code, self._space)

    def timeit(self, number=default_number):
        self._setup()
        run = self._stmt
        start = self.timer()
        for _ in range(number):
            run()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How often to run it for a tenth of a second of real time: as
        time stands still, once will have to do."""
        taken = self.timeit(1)
        if callback:
            callback(1, taken)
        return 1, taken

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt='pass', setup='pass', timer=default_timer,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer,
           repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
