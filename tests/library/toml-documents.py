# Documents that are TOML, and texts that are not.
import tomllib
from decimal import Decimal

VALUES = r'''
title = "TOML \u00e9 \"q\""
'lit key' = 'C:\x'
a.b.c = 1
a.b.d = 0xff_0
f = 3.14e-2
g = -1_000
h = inf
i = -nan
[owner] # comment
dob = 1979-05-27T07:32:00-08:00
l = 1979-05-27 07:32:00.123456789
d = 1979-05-27
t = 07:32:00
[owner.x]
y = [1, 2, # comment
 3, ]
z = { a = 1, b.c = "x", }
'''
TABLES = r'''
[[p]]
n = 1
[[p.q]]
m = 2
[[p.q]]
[[p]]
n = 3
[p.r]
s = """
one \
   two
"quoted" """""
'''
OTHERS = ['a=1\na=2', '[a]\n[a]', '[a.b]\n[a]\nx=1', 'a=1\n[a.b]',
    'a.b=1\n[a]\n', '[a]\nb.c=1\n[a.b]', 'x=01', 'x=1__0', 'x="abc',
    'x="\\q"', '=1', 'x', 'x=1 y=2', '[x', '[[x]', 'x=[1', 'x={a=1',
    'x=1979-02-30', 'x="a\nb"', "x='a\nb'", 'x="\\ud800"', 'a={b=1}\na.c=2',
    'a=[1]\n[[a]]', '[a]\n[[a]]', 'x=tru', 'x=.5', 'x=1.', 'x=+1', 'x=0b1_0',
    'x=0o7', '\x00', 'a = "\x01"', 'x="""a""""""',
    '[fruit]\napple.color=1\n[fruit.apple.taste]\n', '[a.b.c]\n[a]\nb.d=1',
    'x=1e5', '# c\x7f', 'x = 1979-05-27T00:00:00Z', '"" = 1', 'x={}',
    'x=[[1,2],["a"]]']

for text in [VALUES, TABLES, *OTHERS]:
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        print(repr(text)[:40], problem)
try:
    tomllib.loads(b'x')
except TypeError as problem:
    print(problem)
print(tomllib.loads('x = 1.10', parse_float=Decimal))
