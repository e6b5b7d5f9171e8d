"""The eight ways to round, on whole numbers."""

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'

MODES = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP,
         ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)


def digits(number):
    """How many digits a number that is not negative has; 0 for 0."""
    return len(str(number)) if number else 0


def round_off(coefficient, places, sign, mode, sticky=False):
    """The coefficient without its last digits, and whether that was inexact.

    `sticky`: something other than 0 follows the last digit.
    """
    if places <= 0:
        kept, rest, unit = coefficient, 0, 2
    else:
        unit = 10**places
        kept, rest = divmod(coefficient, unit)
    if not rest and not sticky:
        return kept, False
    half = 2 * rest - unit
    if not half and sticky:
        half = 1
    if mode == ROUND_HALF_EVEN:
        up = half > 0 or (half == 0 and kept % 2 == 1)
    elif mode == ROUND_HALF_UP:
        up = half >= 0
    elif mode == ROUND_HALF_DOWN:
        up = half > 0
    elif mode == ROUND_UP:
        up = True
    elif mode == ROUND_CEILING:
        up = not sign
    elif mode == ROUND_FLOOR:
        up = bool(sign)
    elif mode == ROUND_05UP:
        up = kept % 5 == 0
    else:
        up = False
    return kept + up, True
