"""The Gregorian calendar, as arithmetic on day numbers.

Day 1 is 1 January of year 1. Used by `time`, `datetime` and `calendar`.
"""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Days of the year before each month, 1 … 12.
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
        'Sunday')
MONTHS = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July',
          'August', 'September', 'October', 'November', 'December')

# The day number of 1 January 1970.
EPOCH = 719163


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def days_before_year(year):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def day_of_year(year, month, day):
    return _BEFORE[month] + (month > 2 and is_leap(year)) + day


def day_number(year, month, day):
    return days_before_year(year) + day_of_year(year, month, day)


def date_of(number):
    """Year, month and day of a day number."""
    # A first guess that is never too late and at most one year too early.
    year = (number - 1) * 400 // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    month = 1
    while rest > (length := days_in_month(year, month)):
        rest -= length
        month += 1
    return year, month, rest


def weekday(number):
    """0 for Monday … 6 for Sunday."""
    return (number + 6) % 7


def first_iso_day(year):
    """The day number of the Monday of the year's first ISO week."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth)


def iso_date(number):
    """Year, week and weekday (1 for Monday) of the ISO 8601 calendar."""
    year = date_of(number)[0]
    if number >= first_iso_day(year + 1):
        year += 1
    elif number < first_iso_day(year):
        year -= 1
    week, day = divmod(number - first_iso_day(year), 7)
    return year, week + 1, day + 1
