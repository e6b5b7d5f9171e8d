# http.cookies: lines that are sent, and lines that are read.
import copy
import pickle
from http.cookies import BaseCookie, CookieError, Morsel, SimpleCookie

jar = SimpleCookie()
jar['fig'] = 'newton'
jar['sugar'] = 'wa"fe\\r;é\n x'
jar['fig']['path'] = '/cookie'
jar['fig']['Max-Age'] = 60
jar['fig']['secure'] = True
jar['fig']['httponly'] = False
jar['fig']['comment'] = 'no comment'
jar['number'] = 7
print(jar)
print(jar.output(attrs=['path'], header='Cookie:', sep=' | '))
print(repr(jar), repr(jar['fig']), jar['number'].value == '7')
print(jar['fig'].js_output())
for line in ('keebler="E=mc2; L=\\"Loves\\"; fudge=\\012;"; a=b', 'a=b; Path=/x; secure; HttpOnly',
             'a=b; expires=Wed, 01 Jan 2025 10:00:00 GMT; c=d', 'path=/; a=b', 'a=b; flag; c=d',
             '$Version=1; a=b; $Path=/acme; c="d"', 'a b=c', 'a=b;c=[1]; d={"x":1}', 'x=;y=1', '',
             'a=b; domain; c=d', 'käse=1; b=2', 'a=b,c=d', 'a = "b" ; c'):
    try:
        jar = SimpleCookie(line)
        print(line, '->', [morsel.OutputString() for morsel in jar.values()], jar)
    except CookieError as error:
        print(line, 'CookieError', error)
plain = BaseCookie({'a': 'x y', 'b': 2})
print(plain, plain['a'].coded_value)
for wrong in (lambda: plain.__setitem__('a b', 1), lambda: plain.__setitem__('Path', 1),
              lambda: plain['a'].__setitem__('color', 1), lambda: plain['a'].setdefault('x', 1),
              lambda: plain['a'].update({'y': 1})):
    try:
        wrong()
    except CookieError as error:
        print(error)
morsel = plain['a']
twin = morsel.copy()
print(twin == morsel, copy.copy(morsel) == morsel, pickle.loads(pickle.dumps(morsel)) == morsel)
twin['path'] = '/'
print(twin != morsel, twin.isReservedKey('PATH'), Morsel() == Morsel(), sorted(twin)[:3])
