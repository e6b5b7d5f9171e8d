"""The format language of `strftime`, in the C locale."""

from _calendar_days import DAYS, EPOCH, MONTHS, iso_date


def strftime(format, t, day, extra=None):
    """Writes the nine fields `t`, whose day has the number `day`.

    `extra` gives the texts of %f, %z, %:z and %Z. An unknown directive stays
    as it is written, as with the C library of Linux.
    """
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be str, not '
                        + type(format).__name__)
    out = []
    at = 0
    while True:
        percent = format.find('%', at)
        if percent < 0 or percent + 1 == len(format):
            out.append(format[at:])
            return ''.join(out)
        out.append(format[at:percent])
        at = percent + 1
        # Flags and a width, as the C library of Linux has them.
        while at + 1 < len(format) and format[at] in '-_0^#':
            at += 1
        flags = format[percent + 1:at]
        digits = at
        while at + 1 < len(format) and format[at] in '0123456789':
            at += 1
        width = int(format[digits:at] or 0)
        code = format[at]
        at += 1
        if code == ':' and format[at:at + 1] == 'z':
            code = ':z'
            at += 1
        if extra is not None and code in extra:
            # A zone is asked only when its answer is wanted.
            text = extra[code]
            out.append(text if isinstance(text, str) else text())
            continue
        text = _directive(code, t, day)
        if text is None:
            out.append(format[percent:at])
        else:
            out.append(_laid_out(text, flags, width))


def _laid_out(text, flags, width):
    """The text of a directive as flags and width want it."""
    is_number = text.strip(' ').isdigit()
    sign = ' ' if '_' in flags else '0' if '0' in flags or is_number else ' '
    if '^' in flags:
        text = text.upper()
    elif '#' in flags:
        text = text.lower() if text.isupper() else text.upper()
    if is_number and '-' in flags:
        return text.lstrip(' 0') or '0'
    if is_number and ('_' in flags or '0' in flags or width > len(text)):
        width = max(width, len(text))
        text = text.lstrip(' 0') or '0'
    return text.rjust(width, sign)


def _directive(code, t, day):
    year, month, date, hour, minute, second, weekday, yearday = t[:8]
    match code:
        case 'Y': return str(year)
        case 'm': return f'{month:02}'
        case 'd': return f'{date:02}'
        case 'H': return f'{hour:02}'
        case 'M': return f'{minute:02}'
        case 'S': return f'{second:02}'
        case 'y': return f'{year % 100:02}'
        case 'C': return f'{year // 100:02}'
        case 'e': return f'{date:2}'
        case 'I': return f'{(hour + 11) % 12 + 1:02}'
        case 'k': return f'{hour:2}'
        case 'l': return f'{(hour + 11) % 12 + 1:2}'
        case 'p': return 'AM' if hour < 12 else 'PM'
        case 'P': return 'am' if hour < 12 else 'pm'
        case 'a': return DAYS[weekday][:3]
        case 'A': return DAYS[weekday]
        case 'b' | 'h': return MONTHS[month][:3]
        case 'B': return MONTHS[month]
        case 'j': return f'{yearday:03}'
        case 'w': return str((weekday + 1) % 7)
        case 'u': return str(weekday + 1)
        case 'U': return f'{(yearday + 6 - (weekday + 1) % 7) // 7:02}'
        case 'W': return f'{(yearday + 6 - weekday) // 7:02}'
        case 'G': return str(iso_date(day)[0])
        case 'g': return f'{iso_date(day)[0] % 100:02}'
        case 'V': return f'{iso_date(day)[1]:02}'
        case 'Z': return 'UTC'
        case 'z': return '+0000'
        case ':z': return '+00:00'
        case 's':
            return str((day - EPOCH) * 86400 + hour * 3600 + minute * 60
                       + second)
        case 'n': return '\n'
        case 't': return '\t'
        case '%': return '%'
    combined = _COMBINED.get(code)
    return None if combined is None else strftime(combined, t, day)


_COMBINED = {
    'c': '%a %b %e %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
    'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'T': '%H:%M:%S',
    'r': '%I:%M:%S %p',
}
