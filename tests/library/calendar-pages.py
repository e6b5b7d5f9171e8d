# Calendars as HTML, and years by rows of months.
import calendar

html = calendar.HTMLCalendar(calendar.SUNDAY)
print(html.formatmonth(2024, 2), end='')
print(html.formatmonth(2023, 10, withyear=False), end='')
year = html.formatyear(2021, 5)
print(len(year), year[:130], year[-60:])
page = html.formatyearpage(2021, 4, css=None, encoding='ascii')
print(page[:320], page[-40:], len(page))
print(html.formatyearpage(2022)[:400])


class Marked(calendar.HTMLCalendar):
    cssclasses = [f'day{number}' for number in range(7)]
    cssclass_month = 'whole month'
    cssclass_noday = 'none'

    def formatday(self, day, weekday):
        if weekday == 6 and day:
            return f'<td>!{day}</td>'
        return super().formatday(day, weekday)


print(Marked().formatmonth(2025, 6))
plain = calendar.Calendar(2)
print(list(plain.itermonthdays3(2024, 2))[:4], list(plain.itermonthdays4(2024, 2))[-3:])
rows = plain.yeardatescalendar(2024, 5)
print([len(row) for row in rows], rows[2][1][-1][-1])
print(plain.yeardayscalendar(2023)[3][2][0], plain.yeardays2calendar(2023, 4)[0][3][-1])
print(calendar.LocaleTextCalendar(6).formatmonth(2024, 7))
