# Lone surrogates are code points like others, but for what leaves the text.
lone = '\ud800'
print(repr(lone), ascii(lone), len(lone), ord(lone), chr(0xdfff) == '\udfff')
print(ascii('\ud83d' + '\ude00'), len('\ud83d' + '\ude00'), '\ud83d' + '\ude00' == '\U0001f600')
text = 'a\ud800b\udc00c'
print(ascii(text[1]), ascii(text[::-1]), text.index('\udc00'), text.find('\ud800b'))
print(ascii(text.split('\ud800')), ascii(text.upper()), text.isalpha())
print(lone.isprintable(), lone.isidentifier(), lone.isspace())
print(ascii(text.translate({0xd800: 'X', ord('b'): 0xdfff})), str.maketrans(lone, 'a'))
print('\ud7ff' < lone < '\udfff' < '\ue000' < '\uffff' < '\U00010000', max(lone + '\ue000') == '\ue000')
print([ascii(x) for x in sorted(['\ue000', lone, '\uffff', '\U00010000', 'a', '\ud7ff', '\udfff'])])
print({lone: 1}[lone], hash(lone), hash('a\udfff\ue000'), hash('\ud83d\ude00'))
print(ascii(r'\ud800'), ascii(rf'\ud800{1}'), ascii(f'\ud800{1:\udc00>3}'), ascii('\N{REPLACEMENT CHARACTER}\udfff'))
print(ascii('a' '\ud800' r'\ud800'), '%a' % lone, ascii('%c' % 0xd801), ascii(f'{0xd802:c}'), f'{lone!r}')
match lone:
    case '\ud800':
        print('matched')
for source in ("x = '\ud800'", "'\ud800'"):
    for function in (eval, exec):
        try:
            function(source)
        except UnicodeEncodeError as error:
            print(error)
for call in (lambda: int(lone), lambda: float(lone), lambda: {}[lone], lambda: bytes(lone, 'ascii'),
             lambda: '{\ud800}'.format(), lambda: (1).__format__(lone), lambda: open(lone)):
    try:
        call()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, ascii(str(error)))
try:
    print('a', 'b\ud800')
except UnicodeEncodeError as error:
    print()
    print(error, error.start, error.end, ascii(error.object), error.reason)
