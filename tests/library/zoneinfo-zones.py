# Zones by name: gaps, folds, rules of the future and of earlier years.
import copy
import pickle
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

new_york = ZoneInfo('America/New_York')
london = ZoneInfo('Europe/London')
tokyo = ZoneInfo('Asia/Tokyo')

spring = datetime(2024, 3, 10, 1, 30, tzinfo=new_york)
for hours in range(4):
    utc = spring.astimezone(timezone.utc) + timedelta(hours=hours)
    local = utc.astimezone(new_york)
    print(local, local.tzname(), local.dst(), local.fold, local.utcoffset())
autumn = datetime(2024, 11, 3, 1, 30, tzinfo=new_york)
for fold in (0, 1):
    moment = autumn.replace(fold=fold)
    print(moment, moment.timestamp(), repr(moment))
    print(moment.astimezone(timezone.utc).astimezone(new_york).fold)
gap = datetime(2024, 3, 10, 2, 30, tzinfo=new_york)
print(gap, gap.replace(fold=1), gap.astimezone(timezone.utc))

summer = datetime(2023, 7, 1, 12, tzinfo=timezone.utc)
for name in ['Asia/Kolkata', 'Australia/Sydney', 'America/Sao_Paulo',
             'Africa/Cairo', 'Europe/Dublin', 'Asia/Kathmandu',
             'Pacific/Auckland', 'US/Pacific', 'EST5EDT', 'Etc/GMT+5', 'UTC',
             'GMT', 'Europe/Kyiv', 'Pacific/Chatham', 'Africa/Casablanca',
             'America/Nuuk', 'Australia/Lord_Howe']:
    zone = ZoneInfo(name)
    there = summer.astimezone(zone)
    later = datetime(2031, 1, 1, tzinfo=zone)
    print(name, there.strftime('%H:%M %Z %z'), there.dst(), later.isoformat(),
          later.tzname())
for year in (1974, 1975, 1988, 2006, 2007):
    print(datetime(year, 4, 3, tzinfo=new_york).tzname(), end=' ')
print(datetime.fromtimestamp(0, new_york),
      datetime.fromtimestamp(1700000000, london))
print(new_york, repr(new_york), new_york.key, new_york is ZoneInfo(str(new_york)),
      ZoneInfo.no_cache('UTC') is ZoneInfo('UTC'))
print(pickle.loads(pickle.dumps(new_york)) is new_york,
      copy.deepcopy(new_york) is new_york)
print(new_york.utcoffset(None), new_york.dst(None), ZoneInfo('UTC').tzname(None))
print(spring == spring.astimezone(tokyo),
      spring - datetime(2024, 3, 10, 1, 30, tzinfo=london))
print('Europe/Paris' in available_timezones(), len(available_timezones()) > 400)
try:
    ZoneInfo('Mars/Base')
except ZoneInfoNotFoundError as error:
    print(type(error), error)
