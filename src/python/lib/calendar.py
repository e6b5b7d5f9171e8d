"""Calendars of months and years, as numbers and as text."""

__all__ = ['Calendar', 'FRIDAY', 'HTMLCalendar', 'IllegalMonthError',
           'IllegalWeekdayError', 'LocaleHTMLCalendar', 'LocaleTextCalendar',
           'MONDAY', 'SATURDAY', 'SUNDAY', 'THURSDAY', 'TUESDAY',
           'TextCalendar', 'WEDNESDAY', 'calendar', 'day_abbr', 'day_name',
           'firstweekday', 'isleap', 'leapdays', 'month', 'month_abbr',
           'month_name', 'monthcalendar', 'monthrange', 'prcal', 'prmonth',
           'setfirstweekday', 'timegm', 'weekday']

import datetime
from itertools import repeat

from _calendar_days import DAYS, EPOCH, MONTHS, day_number, days_in_month
from _calendar_days import is_leap as isleap

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
(JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER,
 NOVEMBER, DECEMBER) = range(1, 13)

day_name = list(DAYS)
day_abbr = [name[:3] for name in DAYS]
month_name = list(MONTHS)
month_abbr = [name[:3] for name in MONTHS]


class IllegalMonthError(ValueError, IndexError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return (f'bad weekday number {self.weekday!r}; must be 0 (Monday) to '
                '6 (Sunday)')


def leapdays(y1, y2):
    """How many leap years are in range(y1, y2)."""
    def before(year):
        year -= 1
        return year // 4 - year // 100 + year // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    return (day_number(year, month, day) + 6) % 7


def monthrange(year, month):
    """The weekday of the first day, and how many days there are."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), days_in_month(year, month)


def timegm(tuple):
    """Seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = day_number(year, month, 1) + day - 1 - EPOCH
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    """The days of a month by weeks; 0 stands for days of other months."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday % 7

    def getfirstweekday(self):
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday % 7

    def iterweekdays(self):
        for day in range(7):
            yield (self.firstweekday + day) % 7

    def itermonthdays(self, year, month):
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from repeat(0, before)
        yield from range(1, count + 1)
        yield from repeat(0, -(before + count) % 7)

    def itermonthdays2(self, year, month):
        for index, day in enumerate(self.itermonthdays(year, month)):
            yield day, (self.firstweekday + index) % 7

    def itermonthdays3(self, year, month):
        """Year, month and day, also for the days of other months."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        if before:
            last = (year - 1, 12) if month == 1 else (year, month - 1)
            length = days_in_month(*last)
            for day in range(length - before + 1, length + 1):
                yield *last, day
        for day in range(1, count + 1):
            yield year, month, day
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        for day in range(1, -(before + count) % 7 + 1):
            yield *following, day

    def itermonthdays4(self, year, month):
        """The same with the weekday."""
        for index, day in enumerate(self.itermonthdays3(year, month)):
            yield *day, (self.firstweekday + index) % 7

    def itermonthdates(self, year, month):
        for day in self.itermonthdays3(year, month):
            yield datetime.date(*day)

    def monthdatescalendar(self, year, month):
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        return _rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return _rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return _rows(self.monthdayscalendar, year, width)


def _rows(weeks_of, year, width):
    """The months of a year, as many in a row as `width` says."""
    months = [weeks_of(year, month) for month in range(1, 13)]
    return [months[at:at + width] for at in range(0, 12, width)]


def _weeks(days):
    days = list(days)
    return [days[at:at + 7] for at in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Calendars to print."""

    def formatday(self, day, weekday, width):
        return (f'{day:2}' if day else '').center(width)

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def formatweek(self, theweek, width):
        return ' '.join(self.formatday(day, weekday, width)
                        for day, weekday in theweek)

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join(self.formatweekday(day, width)
                        for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f'{name} {theyear}' if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        title = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1)
        lines = [title.rstrip(), self.formatweekheader(w).rstrip()]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week, w).rstrip())
        return ''.join(line + '\n' * l for line in lines)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        column = (w + 1) * 7 - 1
        gap = ' ' * c

        def across(texts):
            return gap.join(text.center(column) for text in texts).rstrip()

        out = [str(theyear).center(column * m + c * (m - 1)).rstrip(),
               '\n' * l]
        for start in range(1, 13, m):
            months = range(start, min(start + m, 13))
            out += ['\n' * l,
                    across([self.formatmonthname(theyear, month, column,
                                                 False)
                            for month in months]), '\n' * l,
                    across([self.formatweekheader(w) for _ in months]),
                    '\n' * l]
            columns = [self.monthdays2calendar(theyear, month)
                       for month in months]
            for row in range(max(map(len, columns))):
                out += [across([
                    self.formatweek(weeks[row], w) if row < len(weeks)
                    else '' for weeks in columns]), '\n' * l]
        return ''.join(out)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


class HTMLCalendar(Calendar):
    """Calendars as tables of HTML."""

    cssclasses = [name.lower() for name in day_abbr]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = 'noday'
    cssclass_month_head = 'month'
    cssclass_month = 'month'
    cssclass_year_head = 'year'
    cssclass_year = 'year'

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        days = ''.join(self.formatday(day, weekday)
                       for day, weekday in theweek)
        return f'<tr>{days}</tr>'

    def formatweekday(self, day):
        kind = self.cssclasses_weekday_head[day]
        return f'<th class="{kind}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        days = ''.join(map(self.formatweekday, self.iterweekdays()))
        return f'<tr>{days}</tr>'

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = month_name[themonth]
        if withyear:
            name = f'{name} {theyear}'
        return (f'<tr><th colspan="7" class="{self.cssclass_month_head}">'
                f'{name}</th></tr>')

    def formatmonth(self, theyear, themonth, withyear=True):
        lines = [_table(self.cssclass_month),
                 self.formatmonthname(theyear, themonth, withyear),
                 self.formatweekheader(),
                 *map(self.formatweek,
                      self.monthdays2calendar(theyear, themonth)),
                 '</table>']
        return ''.join(line + '\n' for line in lines)

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        out = [_table(self.cssclass_year),
               f'\n<tr><th colspan="{width}" '
               f'class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for start in range(1, 13, width):
            out.append('<tr>')
            for month in range(start, min(start + width, 13)):
                text = self.formatmonth(theyear, month, withyear=False)
                out.append(f'<td>{text}</td>')
            out.append('</tr>')
        return ''.join([*out, '</table>'])

    def formatyearpage(self, theyear, width=3, css='calendar.css',
                       encoding=None):
        """A whole page, as bytes."""
        if encoding is None:
            encoding = 'utf-8'
        lines = [
            f'<?xml version="1.0" encoding="{encoding}"?>',
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            '<html>', '<head>',
            '<meta http-equiv="Content-Type" content="text/html; '
            f'charset={encoding}" />']
        if css is not None:
            lines.append(f'<link rel="stylesheet" type="text/css" '
                         f'href="{css}" />')
        lines += [f'<title>Calendar for {theyear}</title>', '</head>',
                  '<body>', self.formatyear(theyear, width) + '</body>',
                  '</html>']
        text = ''.join(line + '\n' for line in lines)
        return text.encode(encoding, 'xmlcharrefreplace')


def _table(kind):
    return f'<table border="0" cellpadding="0" cellspacing="0" class="{kind}">'


class LocaleTextCalendar(TextCalendar):
    """As `TextCalendar`: the only locale here is that of C."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


class LocaleHTMLCalendar(HTMLCalendar):
    """As `HTMLCalendar`: the only locale here is that of C."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


# Of the months of a year: the width of one, and what is between two.
_COLUMN = 7 * 3 - 1
_GAP = 6

_text = TextCalendar()

monthcalendar = _text.monthdayscalendar
prweek = _text.prweek
week = _text.formatweek
weekheader = _text.formatweekheader
prmonth = _text.prmonth
month = _text.formatmonth
calendar = _text.formatyear
prcal = _text.pryear
firstweekday = _text.getfirstweekday


def setfirstweekday(firstweekday):
    """Which day the weeks of the module's functions begin with."""
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday


def formatstring(cols, colwidth=_COLUMN, spacing=_GAP):
    """Texts as centred columns of one line."""
    return (' ' * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=_COLUMN, spacing=_GAP):
    print(formatstring(cols, colwidth, spacing))
