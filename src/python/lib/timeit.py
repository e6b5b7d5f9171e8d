"""How long code takes. Virtual time stands still while code runs."""

__all__ = ['Timer', 'default_timer', 'repeat', 'timeit']

import time

dummy_src_name = '<timeit-src>'
default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5

# The setup and the statement share a function, so that names are its locals.
_SOURCE = '''\
def inner(_it, _timer{parameters}):
    {setup}
    _started = _timer()
    for _i in _it:
        {stmt}
        pass
    return _timer() - _started
'''


def reindent(src, indent):
    """The text with its lines after the first so much further in."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Runs a statement many times and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer,
                 globals=None):
        self.timer = timer
        space = {}
        parameters = ''
        # They are also looked at as they are: together they might pass for
        # something else.
        before = setup + '\n' if isinstance(setup, str) else ''
        setup, parameters = self._line('setup', setup, 4, '', space,
                                       parameters)
        stmt, parameters = self._line('stmt', stmt, 8, before, space,
                                      parameters)
        self.src = _SOURCE.format(parameters=parameters, setup=setup,
                                  stmt=stmt)
        code = compile(self.src, dummy_src_name, 'exec')
        # Callables are found where the function's defaults are evaluated.
        names = _default_globals() if globals is None else globals
        exec(code, names, space)
        self.inner = space['inner']

    @staticmethod
    def _line(name, code, indent, before, space, parameters):
        """The source for a statement, and the parameters that it needs."""
        if isinstance(code, str):
            compile(before + code, dummy_src_name, 'exec')
            return reindent(code, indent), parameters
        if not callable(code):
            raise ValueError(f'{name} is neither a string nor callable')
        space['_' + name] = code
        return f'_{name}()', f'{parameters}, _{name}=_{name}'

    def timeit(self, number=default_number):
        return self.inner(range(number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How often it runs in a fifth of a second, tried with 1, 2, 5, 10 …

        Where the timer stands still that would never end: once has to do.
        """
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2 or not taken and self.timer is default_timer:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        """Prints the exception being handled with the lines of the source."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = (
            len(self.src), None, self.src.split('\n'), dummy_src_name)
        traceback.print_exc(file=file)


def _default_globals():
    return globals()


def timeit(stmt='pass', setup='pass', timer=default_timer,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer,
           repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
