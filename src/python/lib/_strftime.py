"""The format language of `strftime`, in the C locale."""

from _calendar_days import DAYS, EPOCH, MONTHS, iso_date


def strftime(format, t, day, extra=None):
    """Writes the nine fields `t`, whose day has the number `day`.

    `extra` gives the texts of %f, %z, %:z and %Z. An unknown directive stays
    as it is written, as with the C library of Linux.
    """
    out = []
    at = 0
    while True:
        percent = format.find('%', at)
        if percent < 0 or percent + 1 == len(format):
            out.append(format[at:])
            return ''.join(out)
        out.append(format[at:percent])
        code = format[percent + 1]
        at = percent + 2
        pad = True
        if code == '-' and at < len(format):
            code, pad = format[at], False
            at += 1
        if code == ':' and format[at:at + 1] == 'z':
            code = ':z'
            at += 1
        if extra is not None and code in extra:
            out.append(extra[code])
        else:
            text = _directive(code, t, day)
            if text is None:
                text = '%' + code
            elif not pad:
                text = text.lstrip(' 0') or '0'
            out.append(text)


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
