from datetime import datetime
from zoneinfo import ZoneInfo

print(datetime(1900, 1, 1, tzinfo=ZoneInfo('Europe/Amsterdam')).tzname())
