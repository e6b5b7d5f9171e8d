# Kinds of files, escapes of XML, and plain values as bytes.
import marshal
import mimetypes
from xml.sax.saxutils import escape, quoteattr, unescape

types = mimetypes.MimeTypes()
for name in ['a.txt', 'a.tar.gz', 'b.TGZ', 'c.html', 'http://x.org/y.png?q',
             'd.svg', 'e.unknown', 'f', 'data:text/csv,a', 'data:,x',
             'g.csv.bz2', 'h.json', 'i.mp4', 'j.py']:
    print(name, types.guess_type(name))
print(types.guess_extension('text/html'),
      types.guess_extension('application/pdf'),
      types.guess_all_extensions('image/jpeg'),
      types.guess_extension('no/such'))
print(types.guess_type('x.rtf'), types.guess_type('x.rtf', False))
mimetypes.add_type('text/x-mine', '.mine')
print(mimetypes.guess_type('a.mine'), mimetypes.guess_type('a.css'))
print(mimetypes.guess_extension('text/x-mine'), types.guess_type('a.mine'))

print(escape('a < b & "c" > d', {'"': '&quot;'}))
print(unescape('&lt;b&gt; &amp;lt; &apos;', {'&apos;': "'"}))
for value in ['plain', 'say "hi"', "it's", '''both " and ' <''', 'a\nb\tc']:
    print(quoteattr(value))

value = [None, True, 3, -2 ** 70, 1.5, 2j, 'text', b'bytes', (1, [2]),
         {'k': {3}}, frozenset({4}), ...]
print(marshal.loads(marshal.dumps(value)) == value)
try:
    marshal.dumps(object())
except ValueError as problem:
    print(problem)
try:
    marshal.loads(b'')
except EOFError as problem:
    print(type(problem).__name__)
