# Properties, names, numbers and normal forms of characters.
import unicodedata as u

for c in 'aA\u01c5 \t\n1\u00bd\u2167\u0664-_([)]\u00ab\u00bb+$^\u0300\u4e2d\uac01\u3042\uff21\u20ac\U0001f600\u200b\ue000\U0010ffff\u05d0\u0627':
    print(f'{ord(c):04x}', u.category(c), u.bidirectional(c), u.east_asian_width(c), u.mirrored(c), u.combining(c), u.numeric(c, None), u.digit(c, None), u.decimal(c, None))
for text in 'e\u0301', '\u00e9', '\ufb01x', '\u1e69', 's\u0323\u0307', '\uac00', '\u1112\u1161\u11ab', '\u212b', '\u2460', '\uff21', 'plain':
    print([[f'{ord(c):04x}' for c in u.normalize(form, text)] for form in ('NFC', 'NFD', 'NFKC', 'NFKD')], u.is_normalized('NFC', text))
for c in 'a\u00e9\u0301\u03b1\u20ac\u4e2d\uac01\u2603\U0001f600\u0416':
    print(u.name(c), u.lookup(u.name(c)) == c)
print(u.name('\n', 'none'), u.decomposition('\u00e9'), u.decomposition('\u01d5'), repr(u.decomposition('a')), '\N{COMBINING ACUTE ACCENT}' == '\u0301')
for call in (lambda: u.name('\n'), lambda: u.lookup('NO SUCH'), lambda: u.digit('x'), lambda: u.decimal('\u00b2'), lambda: u.numeric('x'),
             lambda: u.category('ab'), lambda: u.category(1), lambda: u.digit('ab'), lambda: u.normalize('X', 'a'), lambda: u.normalize('NFC', 1)):
    try:
        print(call())
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(sum(u.category(chr(i)).startswith('L') for i in range(0x3000)), sum(u.east_asian_width(chr(i)) == 'W' for i in range(0x3000, 0xd800)), sum(u.numeric(chr(i), 0) for i in range(0x2500)))
def plain(text):
    return ''.join(c for c in u.normalize('NFD', text) if not u.combining(c))
print(plain('Cr\u00e8me br\u00fbl\u00e9e \u0141\u00f3d\u017a'))
