"""Options of a command line, in the manner of C's getopt."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']

import os


class GetoptError(Exception):
    """`opt` is the option that was wrong, `msg` says why."""

    def __init__(self, msg, opt=''):
        super().__init__(msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Pairs of option and value, and what follows the options."""
    return _options(args, shortopts, longopts, mixed=False)


def gnu_getopt(args, shortopts, longopts=[]):
    """As `getopt`, but options may stand behind other arguments."""
    mixed = not shortopts.startswith('+') \
        and not os.environ.get('POSIXLY_CORRECT')
    return _options(args, shortopts.removeprefix('+'), longopts, mixed)


def _options(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    args = list(args)
    found, plain = [], []
    while args:
        arg = args.pop(0)
        if arg == '--':
            plain += args
            break
        if arg.startswith('--'):
            _long(arg[2:], longopts, args, found)
        elif arg.startswith('-') and arg != '-':
            _short(arg[1:], shortopts, args, found)
        elif mixed:
            plain.append(arg)
        else:
            plain = [arg, *args]
            break
    return found, plain


def _long(text, longopts, args, found):
    name, equals, value = text.partition('=')
    name, wants = _long_name(name, longopts)
    if not wants and equals:
        raise GetoptError(f'option --{name} must not have an argument', name)
    if wants and not equals:
        if not args:
            raise GetoptError(f'option --{name} requires argument', name)
        value = args.pop(0)
    found.append(('--' + name, value))


def _long_name(name, longopts):
    """The full name of an option, and whether it wants a value."""
    possible = [option for option in longopts if option.startswith(name)]
    if not possible:
        raise GetoptError(f'option --{name} not recognized', name)
    if name in possible:
        return name, False
    if name + '=' in possible:
        return name, True
    if len(possible) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    return possible[0].removesuffix('='), possible[0].endswith('=')


def _short(letters, shortopts, args, found):
    while letters:
        letter, letters = letters[0], letters[1:]
        place = -1 if letter == ':' else shortopts.find(letter)
        if place < 0:
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts.startswith(':', place + 1):
            if not letters and not args:
                raise GetoptError(f'option -{letter} requires argument',
                                  letter)
            value = letters or args.pop(0)
            letters = ''
        found.append(('-' + letter, value))
