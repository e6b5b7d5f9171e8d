# Settings: reading, asking, changing, writing, and what can be wrong.
import configparser
import io
import sys

text = '''
[DEFAULT]
home = /home/%(user)s
user = ann

[paths]
Data: %(home)s/data
cache=%(home)s/cache
   second line

   after a gap
empty =
# a comment
; another
[flags]
on = yes
off = No
count = 12
ratio = 2.5
percent = 100%%
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.defaults(), len(c), list(c))
print(c.get('paths', 'data'), repr(c['paths']['cache']), repr(c['paths']['empty']))
print(c.get('paths', 'data', raw=True), c.get('paths', 'data', vars={'user': 'bob'}))
print(c.getboolean('flags', 'on'), c['flags'].getboolean('off'), c.getint('flags', 'count'), c['flags'].getfloat('ratio'), c['flags']['percent'])
print(c['flags'].getint('none', fallback=3), c.get('no', 'none', fallback='f'), c['flags'].get('none'), c['flags'].get('none', 'x'))
print(c.options('flags'), c.items('flags'), dict(c['paths']))
print(c['paths'], 'paths' in c, 'on' in c['flags'], c.has_option('flags', 'HOME'))
c['new'] = {'a': '1', 'b': 'two'}
c.set('new', 'c', 'x')
del c['new']['a']
print(c.remove_option('new', 'b'), c.remove_section('paths'), c.remove_section('paths'))
c.write(sys.stdout)
c.write(sys.stdout, space_around_delimiters=False)
def wrong(text, **options):
    try:
        p = configparser.ConfigParser(**options)
        p.read_string(text)
        print({name: dict(section) for name, section in p.items()})
    except configparser.Error as error:
        print(type(error).__name__, '|', error, '|', error.args)
for text in 'x = 1\n', '[a]\n[a]\n', '[a]\nx=1\nX=2\n', '[a]\nno value\n=3\n', '[a]\nx = %(y)s\n', '[a]\nx = %y\n', '[a]\nx = %(x)s\n', '[a]\nx = %(y\n':
    wrong(text)
wrong('[a]\nflag\nx = 1\n', allow_no_value=True)
wrong('[a]\nx == 1 ; note\ny = 2;3\n', inline_comment_prefixes=';', delimiters=('==', '='))
wrong('[a]\nx = ${b:y} and ${z} $${q}\nz = 4\n[b]\ny = five\n', interpolation=configparser.ExtendedInterpolation())
wrong('[a]\nx = ${b:y:z}\n', interpolation=configparser.ExtendedInterpolation())
wrong('[a]\nx = %(y)s\n', interpolation=None)
wrong('[a]\nx=1\n[a]\nx=2\ny=1\n', strict=False)
d = configparser.ConfigParser(converters={'list': lambda v: v.split(',')}, default_section='common')
d.read_dict({'common': {'k': 1}, 's': {'l': 'a,b', 'n': 5}})
print(d.getlist('s', 'l'), d['s'].getlist('l'), d.items('s'), d.defaults())
for call in (lambda: c.get('no', 'x'), lambda: c.get('new', 'no'), lambda: c['no'], lambda: c['new']['no'], lambda: c.add_section('new'), lambda: c.set('new', 'q', 3), lambda: c.set('new', 'q', '%x'), lambda: c.getboolean('flags', 'count'), lambda: c.add_section('DEFAULT')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
