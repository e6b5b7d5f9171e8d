# Addresses and dates of mail headers.
import datetime
from email.utils import *
def t(f,*a,**k):
    try: print(f.__name__, a, k, '->', repr(f(*a,**k)))
    except Exception as e: print(f.__name__, a, k, '!', type(e).__name__, e)
for s in ['a@b.c','Joe <a@b.c>','"Doe, J." <j@x.org>','<a@b>','a@b (Joe)','Joe Smith','','a b <c@d>, e@f','"Q\\"x" <q@r>','Joe(comment) <j@k>',' j . k @ l . m ','=?utf-8?q?J=C3=B6?= <j@k>', 'x <y']:
    t(parseaddr,s)
t(getaddresses,['Joe <a@b>, "X, Y" <x@y>','z@w'])
t(getaddresses,['a@b','c@d (C D)'])
for p in [('','a@b'),('Joe','a@b'),('Doe, J.','a@b'),('Jö','a@b'),('a"b','c@d'),('x.y','c@d')]: t(formataddr,p)
for s in ['Mon, 20 Nov 1995 19:12:08 -0500','20 Nov 1995 19:12:08 GMT','Mon, 20 Nov 1995 19:12 EST','junk','','Mon, 01 Jan 2024 00:00:00 +0000','1 Jan 24 1:2:3 -0000', 'Thu, 1 Feb 2024 10:00:00 +0530']:
    t(parsedate,s); t(parsedate_tz,s); t(parsedate_to_datetime,s)
t(formatdate,0); t(formatdate,1e9,True); t(formatdate,1e9,False,True); t(formatdate,1.5)
t(format_datetime,datetime.datetime(2024,1,2,3,4,5)); t(format_datetime,datetime.datetime(2024,1,2,3,4,5,tzinfo=datetime.timezone.utc)); t(format_datetime,datetime.datetime(2024,1,2,3,4,5,tzinfo=datetime.timezone.utc),usegmt=True)
t(format_datetime,datetime.datetime(2024,1,2,3,4,5,tzinfo=datetime.timezone(datetime.timedelta(hours=-5))))
