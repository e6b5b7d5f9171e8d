"""The reverse of `strftime`: reads times by a format, in the C locale."""

import re

from _calendar_days import (
    DAYS, MONTHS, date_of, day_number, day_of_year, first_iso_day, weekday)

_NUMBERS = {
    'Y': r'\d{4}', 'm': r'1[0-2]|0[1-9]|[1-9]',
    'd': r'3[01]|[12]\d|0[1-9]|[1-9]| [1-9]', 'H': r'2[0-3]|[01]\d|\d',
    'I': r'1[0-2]|0[1-9]|[1-9]', 'M': r'[0-5]\d|\d', 'S': r'6[01]|[0-5]\d|\d',
    'y': r'\d\d', 'f': r'\d{1,6}',
    'j': r'36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]',
    'w': '[0-6]', 'u': '[1-7]', 'U': r'5[0-3]|[0-4]\d|\d',
    'W': r'5[0-3]|[0-4]\d|\d', 'G': r'\d{4}', 'V': r'5[0-3]|0[1-9]|[1-4]\d|\d',
    'z': r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z', 'Z': 'utc|gmt',
    'p': 'am|pm',
}
_COMBINED = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
             'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M',
             'T': '%H:%M:%S', 'r': '%I:%M:%S %p'}
_WORDS = {
    'a': [name[:3].lower() for name in DAYS],
    'A': [name.lower() for name in DAYS],
    'b': [name[:3].lower() for name in MONTHS],
    'B': [name.lower() for name in MONTHS],
}


def _pattern(format):
    """The regular expression for a format."""
    parts = []
    at = 0
    while at < len(format):
        char = format[at]
        at += 1
        if char.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            parts.append(r'\s+')
        elif char != '%':
            parts.append(re.escape(char))
        elif at == len(format):
            raise ValueError(f"stray % in format '{format}'")
        else:
            code = format[at]
            at += 1
            if code == '%':
                parts.append('%')
            elif code in _COMBINED:
                parts.append(_pattern(_COMBINED[code]))
            elif code in _NUMBERS:
                parts.append(f'(?P<{code}>{_NUMBERS[code]})')
            elif code in _WORDS:
                words = sorted(filter(None, _WORDS[code]), key=len,
                               reverse=True)
                parts.append(f'(?P<{code}>{"|".join(words)})')
            else:
                raise ValueError(
                    f"'{code}' is a bad directive in format '{format}'")
    return ''.join(parts)


def parse(text, format):
    """The nine fields, microseconds, and offset in microseconds or None."""
    for index, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {index} must be str, not '
                            f'{type(argument)}')
    found = re.compile(_pattern(format), re.IGNORECASE).match(text)
    if found is None:
        raise ValueError(
            f'time data {text!r} does not match format {format!r}')
    if found.end() != len(text):
        raise ValueError('unconverted data remains: ' + text[found.end():])
    values = {code: value.lower() for code, value in
              found.groupdict().items()}

    def number(code, default):
        return int(values[code]) if code in values else default

    year = number('Y', None)
    if 'y' in values:
        year = number('y', 0)
        year += 2000 if year <= 68 else 1900
    month = number('m', 1)
    for code in 'bB':
        if code in values:
            month = _WORDS[code].index(values[code])
    day = number('d', 1)
    hour = number('H', 0)
    if 'I' in values:
        hour = number('I', 0) % 12
        if values.get('p') == 'pm':
            hour += 12
    micro = int(values['f'].ljust(6, '0')) if 'f' in values else 0
    day_of_week = None
    for code in 'aA':
        if code in values:
            day_of_week = _WORDS[code].index(values[code])
    if 'w' in values:
        day_of_week = (number('w', 0) - 1) % 7
    if 'u' in values:
        day_of_week = number('u', 1) - 1

    leap_day = year is None and month == 2 and day == 29
    shown_year = 1900 if year is None else year
    # 29 February without a year: any leap year will do to find the rest.
    used = 1904 if leap_day else shown_year
    # The day of the year, counted on past its end.
    place = None
    _check_weeks(values, day_of_week)
    if 'j' in values:
        place = number('j', 1)
    elif 'G' in values:
        shown_year = number('G', 1)
        place = (first_iso_day(shown_year) + (number('V', 1) - 1) * 7
                 + day_of_week - day_number(shown_year, 1, 1) + 1)
    elif day_of_week is not None and ('U' in values or 'W' in values):
        # Weeks begin on Monday or on Sunday; those of the year before the
        # first such day are week 0.
        shift = 'W' not in values
        first = (weekday(day_number(shown_year, 1, 1)) + shift) % 7
        week = number('U' if shift else 'W', 0)
        if week and not first:
            week -= 1
        place = (day_of_week + shift) % 7 - first + 1 + 7 * week
    if place is not None:
        shown_year, month, day = date_of(
            day_number(shown_year, 1, 1) + place - 1)
        used = shown_year
        if shown_year > 9999:
            raise ValueError(f'year {shown_year} is out of range')
        if place < 1:
            place = None
    if 'd' in values and day > 28:
        from _calendar_days import days_in_month
        if day > days_in_month(used, month):
            raise ValueError('day is out of range for month')
    if day_of_week is None:
        day_of_week = weekday(day_number(used, month, day))
    fields = (shown_year, month, day, hour, number('M', 0), number('S', 0),
              day_of_week, place or day_of_year(used, month, day), -1)
    return fields, micro, _offset(values.get('z')), values.get('Z')


def _check_weeks(values, day_of_week):
    """Weeks of the ISO calendar go with its years, and need a weekday."""
    whole = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if 'G' in values:
        if 'j' in values:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO "
                "year directive '%G'. Use '%Y' instead.")
        if 'V' not in values or day_of_week is None:
            raise ValueError("ISO year directive '%G' must be used with the "
                             f"ISO week directive '%V' and {whole}")
    elif 'V' in values:
        if day_of_week is None:
            raise ValueError("ISO week directive '%V' must be used with the "
                             f"ISO year directive '%G' and {whole}")
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive "
            "'%Y'. Use the ISO year '%G' instead.")


def _offset(text):
    """An offset like +01:30 in microseconds."""
    if text is None:
        return None
    if text == 'z':
        return 0
    digits = text[1:].replace(':', '')
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60
    micro = 0
    if len(digits) > 4:
        seconds += int(digits[4:6])
        micro = int(digits[7:].ljust(6, '0')) if len(digits) > 6 else 0
    total = seconds * 1_000_000 + micro
    return -total if text[0] == '-' else total
