from zoneinfo import ZoneInfo

for key in ('../x', '', '/a', 'a//b', 'a/../b', '..', 'Europe/./Berlin', 'a/', 5,
            None, 'Nowhere', 'europe/berlin', 'Europe/Berlin'):
    for make in (ZoneInfo, ZoneInfo.no_cache):
        try:
            print(make(key))
        except Exception as error:
            print(repr(key), type(error).__name__, error)
