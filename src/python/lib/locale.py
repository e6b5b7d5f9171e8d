"""Habits of a language. Only the locale C, which Python starts with, exists."""

__all__ = ['CHAR_MAX', 'Error', 'LC_ALL', 'LC_COLLATE', 'LC_CTYPE',
           'LC_MESSAGES', 'LC_MONETARY', 'LC_NUMERIC', 'LC_TIME', 'atof',
           'atoi', 'currency', 'delocalize', 'format_string',
           'getdefaultlocale', 'getencoding', 'getlocale',
           'getpreferredencoding', 'localeconv', 'localize', 'normalize',
           'resetlocale', 'setlocale', 'str', 'strcoll', 'strxfrm']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, \
    LC_ALL = range(7)
CHAR_MAX = 127

_text = str


class Error(Exception):
    """A locale that does not exist."""


def setlocale(category, locale=None):
    """The name of the locale, which only `C` and its other names can set."""
    if not isinstance(locale, (_text, type(None))):
        locale = normalize('.'.join(part or '' for part in locale))
    if locale not in (None, '', 'C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8.'):
        raise Error('unsupported locale setting')
    return 'C'


def resetlocale(category=LC_ALL):
    setlocale(category, 'C')


def normalize(localename):
    return localename


def getlocale(category=LC_CTYPE):
    return (None, None)


def getdefaultlocale(envvars=()):
    return (None, None)


def getencoding():
    return 'utf-8'


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def localeconv():
    """The signs in numbers, as the locale C has them."""
    texts = dict.fromkeys(
        ('int_curr_symbol', 'currency_symbol', 'mon_decimal_point',
         'mon_thousands_sep', 'thousands_sep', 'positive_sign',
         'negative_sign'), '')
    counts = dict.fromkeys(
        ('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'n_cs_precedes',
         'p_sep_by_space', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'),
        CHAR_MAX)
    return {**texts, **counts, 'decimal_point': '.', 'grouping': [],
            'mon_grouping': []}


def strcoll(string1, string2):
    return (string1 > string2) - (string1 < string2)


def strxfrm(string):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """`f % val`; the locale C has no signs between groups of digits."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' "
                     'locale.')


def str(val):
    return format_string('%.12g', val)


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
