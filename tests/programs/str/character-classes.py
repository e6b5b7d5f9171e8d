# isalpha, isdigit and their relatives.
for source in r'''
'abc'.isalpha(), 'ab1'.isalpha(), ''.isalpha(), 'äß'.isalpha(), 'ª'.isalpha(), '中文'.isalpha(), 'a b'.isalpha(), '\u0301'.isalpha(), 'ʰ'.isalpha()
'123'.isdigit(), '²'.isdigit(), '½'.isdigit(), '٣'.isdigit(), ''.isdigit(), '-1'.isdigit(), '1.0'.isdigit(), '①'.isdigit(), '፩'.isdigit()
'123'.isdecimal(), '²'.isdecimal(), '½'.isdecimal(), '٣'.isdecimal(), '①'.isdecimal(), '𝟘'.isdecimal(), ''.isdecimal()
'123'.isnumeric(), '²'.isnumeric(), '½'.isnumeric(), '三'.isnumeric(), 'Ⅷ'.isnumeric(), '①'.isnumeric(), '〇'.isnumeric(), '〸'.isnumeric(), ''.isnumeric()
'abc1'.isalnum(), 'a_1'.isalnum(), ''.isalnum(), '½'.isalnum(), 'Ⅷ'.isalnum(), '²'.isalnum(), 'a-'.isalnum()
' \t\n'.isspace(), ''.isspace(), '\xa0'.isspace(), '\u200b'.isspace(), '\x1c'.isspace(), '\u180e'.isspace(), '\u2028'.isspace(), '\x85'.isspace(), '\u3000'.isspace()
'abc'.isascii(), ''.isascii(), 'é'.isascii(), '\x7f'.isascii(), '\x80'.isascii()
'abc'.isprintable(), ''.isprintable(), 'a\n'.isprintable(), ' '.isprintable(), '\xa0'.isprintable(), '\u2028'.isprintable(), 'é'.isprintable(), '\xad'.isprintable(), '\ue000'.isprintable(), '\u0378'.isprintable(), '😀'.isprintable()
'abc'.isidentifier(), '1a'.isidentifier(), ''.isidentifier(), '_'.isidentifier(), 'a b'.isidentifier(), 'class'.isidentifier(), 'é'.isidentifier(), '变量'.isidentifier()
'a\u0301'.isidentifier(), '\u0301a'.isidentifier(), 'a·b'.isidentifier(), '·'.isidentifier(), '℘'.isidentifier(), '℮x'.isidentifier(), 'ª'.isidentifier(), 'a²'.isidentifier(), 'x٣'.isidentifier(), '٣x'.isidentifier(), 'a-b'.isidentifier(), '€'.isidentifier(), '𝐱'.isidentifier()
'ゝ'.isidentifier(), '\u037a'.isidentifier(), '\ufdfa'.isidentifier(), 'ﾞ'.isidentifier(), '\u2118'.isidentifier(), 'a\u1369'.isidentifier(), 'a\u19da'.isidentifier()
[sum(getattr(chr(i), name)() for i in range(0x2000)) for name in ('isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum')]
[sum(getattr(chr(i), name)() for i in range(0x2000, 0xd000)) for name in ('isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum')]
[sum(getattr(chr(i), name)() for i in range(0x10000, 0x18000)) for name in ('isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum')]
[sum(getattr(chr(i), name)() for i in range(0x500)) for name in ('isspace', 'isprintable', 'isidentifier')]
[hex(i) for i in range(0xd000) if chr(i).isspace()]
[c for c in map(chr, range(0x3000)) if c.isdigit() and not c.isdecimal()][:30]
[c for c in map(chr, range(0x300)) if c.isnumeric() and not c.isdigit()]
int('٣٤'), int('१२'), float('٣.٥'), int('𝟘𝟙'), int('１２')
int('²')
int('①')
'a'.isalpha(1)
'\N{GREEK SMALL LETTER ALPHA}', '\N{LATIN SMALL LETTER SHARP S}', '\N{BULLET}', '\N{EURO SIGN}', '\N{PILE OF POO}'
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
