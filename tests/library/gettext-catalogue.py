# A catalogue in the format of GNU gettext, made here and read.
import gettext
import io
import struct

texts = {
    '': 'Content-Type: text/plain; charset=UTF-8\n'
        'Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\n',
    'menu\x04open': 'otw\u00f3rz',
    'file\0files': 'plik\0pliki\0plik\u00f3w',
    'hello': 'cze\u015b\u0107',
}
rows, words = [], b''
for pair in sorted(texts.items()):
    rows.append([])
    for text in pair:
        rows[-1].append((len(text.encode()), len(words)))
        words += text.encode() + b'\0'
start = 28 + 16 * len(rows)
data = struct.pack('<7I', 0x950412de, 0, len(rows), 28, 28 + 8 * len(rows),
                   0, start)
for side in (0, 1):
    for row in rows:
        data += struct.pack('<2I', row[side][0], start + row[side][1])
data += words

catalogue = gettext.GNUTranslations(io.BytesIO(data))
print(catalogue.gettext('hello'), catalogue.gettext('unknown'))
print([catalogue.ngettext('file', 'files', n) for n in (0, 1, 2, 5, 22, 112)])
print(catalogue.pgettext('menu', 'open'), catalogue.pgettext('x', 'open'))
print(catalogue.ngettext('cat', 'cats', 1), catalogue.ngettext('cat', 'cats', 2))
print(catalogue.charset(), sorted(catalogue.info()))

plain = gettext.NullTranslations()
plain.add_fallback(catalogue)
print(plain.gettext('hello'), gettext.gettext('hello'),
      gettext.ngettext('one', 'many', 3))
print(type(gettext.translation('x', '/nowhere', ['de'], fallback=True)).__name__)
try:
    gettext.translation('x', '/nowhere', ['de'])
except FileNotFoundError as problem:
    print(problem)
try:
    gettext.GNUTranslations(io.BytesIO(b'nonsense'))
except OSError as problem:
    print(problem.args)
for text in ('n%2', 'n>1 ? n : !n', '(n'):
    try:
        print([gettext.c2py(text)(n) for n in range(4)])
    except ValueError:
        print('no expression')
