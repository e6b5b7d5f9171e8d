import calendar
calendar.prmonth(2024, 2); print(calendar.calendar(2024)); print(calendar.monthrange(2023, 2), calendar.monthcalendar(2024,9), calendar.timegm((2000,1,1,0,0,0)), calendar.day_name[0], calendar.leapdays(1900,2000))
