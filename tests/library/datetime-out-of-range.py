import time
from datetime import date, datetime, timedelta, timezone


def tell(call, *arguments):
    try:
        print(*arguments, repr(call(*arguments)))
    except Exception as error:
        print(*arguments, repr(error))


print('-- seconds')
for seconds in (1e12, -1e12, 1700000000000, 253402300800, 253402300799,
                253402300799.9999999, -62135596801, 1e16, 1e17, -6.8e16, 1e19,
                2**62, float('nan'), float('inf'), '5', [], 1.5, -0.5, True):
    for call in (datetime.fromtimestamp,
                 lambda s: datetime.fromtimestamp(s, timezone.utc),
                 date.fromtimestamp, time.gmtime, time.localtime, time.ctime):
        tell(call, seconds)
tell(datetime.fromtimestamp, None)
tell(date.fromtimestamp, None)
tell(datetime.fromtimestamp, 253402300799, timezone(timedelta(hours=1)))
tell(datetime.fromtimestamp, 0, 'UTC')

print('-- days')
for number in (0, -1, 3652060, 10**9, 'a', 1.5):
    tell(datetime.fromordinal, number)
    tell(date.fromordinal, number)

print('-- texts')
for arguments in ((5, '%Y'), ('5', None), (None, None), (b'5', '%d')):
    tell(datetime.strptime, *arguments)
    tell(time.strptime, *arguments)
for given in (5, (1, 2), [2020, 1, 1, 0, 0, 0, 0, 0, 0],
              (2020, 1, 1, 0, 0, 0, 0, 0, 'a'),
              (2020, 13, 40, 0, 0, 0, 0, 0, 0),
              (2020, 1, 1, 0, 0, 1.5, 0, 0, 0)):
    tell(time.mktime, given)

print('-- weeks')
for text, format in [
        ('Mon 12', '%a %W'), ('Mon 12', '%a %U'), ('Sun 0', '%a %U'),
        ('Sun 0', '%a %W'), ('Wed 53', '%a %W'), ('Mon 12 2021', '%a %W %Y'),
        ('Sun 00 2021', '%a %W %Y'), ('Fri 00 2021', '%a %U %Y'),
        ('Tue 00 2018', '%a %W %Y'), ('Tue 01 2018', '%a %W %Y'),
        ('Sun 00 2023', '%a %U %Y'), ('Sun 01 2023', '%a %U %Y'),
        ('12 2021', '%W %Y'), ('12', '%W'), ('2021 3', '%G %V'),
        ('2021 3 1', '%G %V %u'), ('3 1', '%V %u'), ('3', '%V'),
        ('2021 1', '%G %u'), ('2021', '%G'), ('2021 3 1', '%Y %V %u'),
        ('2021 3 1 5', '%G %V %u %j'), ('2021 100 Mon 12', '%Y %j %a %W'),
        ('100', '%j'), ('366', '%j'), ('366 2021', '%j %Y'),
        ('366 2020', '%j %Y'), ('2021 53 1', '%G %V %u'),
        ('2020 53 1', '%G %V %u'), ('2020 1 1', '%G %V %u'),
        ('53 6 9999', '%W %w %Y'), ('00 1 0001', '%W %w %Y')]:
    tell(datetime.strptime, text, format)
    tell(time.strptime, text, format)
