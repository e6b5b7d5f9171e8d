"""What `os` has for other processes, of which there are none."""

from . import __lazy__


def _refusing(function):
    def refuse(*args, **kwargs):
        raise OSError(38, f'os.{function}() does not work here: the '
                      'playground cannot start or signal processes')
    refuse.__name__ = refuse.__qualname__ = function
    refuse.__module__ = 'os'
    return refuse


globals().update({name: _refusing(name)
                  for name in __lazy__['_processes'].split()})
