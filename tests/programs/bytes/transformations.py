# Methods of bytes that make new bytes.
for source in r'''
b'Hello World'.upper(), b'Hello'.lower(), b'hello world'.title(), b'hELLO'.capitalize(), b'aBc'.swapcase(), b"they're".title(), b'\xe4\xc4'.upper(), bytearray(b'ab').upper(), b'a1b c-d'.title()
b'  a '.strip(), b'  a '.lstrip(), b'  a '.rstrip(), b'xxaxx'.strip(b'x'), b'xyaxy'.strip(b'yx'), b'\t\n\x0b\x0c\r a'.strip(), b'\x1ca'.strip(), b'\xa0a'.strip(), bytearray(b' a ').strip(), b'abc'.strip(bytearray(b'a')), b' a '.strip(None)
b'a,b,,c'.split(b','), b' a  b '.split(), b'a b c'.split(None, 1), b'a b c'.rsplit(None, 1), b'a,b,c'.rsplit(b',', 1), b''.split(), b''.split(b','), bytearray(b'a b').split(), b'a\x1cb\x85c'.split(), b'a\x0bb'.split(), b'a,b'.split(sep=b',', maxsplit=0)
b'a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h'.splitlines(), b'a\n\nb\n'.splitlines(True), b''.splitlines(), bytearray(b'a\nb').splitlines(keepends=True), b'\r\n\n\r'.splitlines()
b'a=b=c'.partition(b'='), b'a=b=c'.rpartition(b'='), b'abc'.partition(b'x'), b'abc'.rpartition(b'x'), bytearray(b'a=b').partition(b'='), bytearray(b'ab').rpartition(b'=')
b'aXbX'.replace(b'X', b'--'), b'aaa'.replace(b'a', b'b', 2), b'ab'.replace(b'', b'-'), b''.replace(b'', b'x'), bytearray(b'aa').replace(b'a', b'bc'), b'aa'.replace(bytearray(b'a'), memoryview(b'z'))
b'ab'.center(5), b'ab'.center(6, b'*'), b'ab'.ljust(4, b'.'), b'ab'.rjust(4), b'ab'.zfill(5), b'-5'.zfill(4), b'+5'.zfill(4), b'a\tb'.expandtabs(4), bytearray(b'ab').center(4), b'ab'.center(1), b'ab'.ljust(4, bytearray(b'x'))
b'-'.join([b'a', b'b']), b''.join([]), b', '.join((b'a', bytearray(b'b'), memoryview(b'c'))), bytearray(b'-').join([b'a', b'b']), b'x'.join(bytes([c]) for c in b'abc')
b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'bc'), b'abc'.removeprefix(b'x'), bytearray(b'abc').removeprefix(b'ab'), b'abc'.removesuffix(b'')
b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abcabc'.translate(bytes(range(256)), b'a'), b'abc'.translate(None, delete=b'ac'), len(bytes.maketrans(b'', b'')), bytearray(b'ab').translate(bytearray.maketrans(b'a', b'b'))
[b'abc'.isalpha(), b''.isalpha(), b'a1'.isalnum(), b'12'.isdigit(), b'\xb2'.isdigit(), b'ab'.islower(), b'AB'.isupper(), b'Ab Cd'.istitle(), b' \t\n\x0b'.isspace(), b'\x1c'.isspace(), b'abc'.isascii(), b'\x80'.isascii(), b''.isascii(), b'\xe4'.isalpha(), b''.isspace(), bytearray(b'a').isalpha()]
b'a' + b'b', b'a' * 3, 2 * b'ab', b'a' * -1, b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'' + memoryview(b'x'), bytearray(b'a') * 2
b'a' < b'b', b'a' == bytearray(b'a'), b'a' == 'a', b'a' != b'a', b'abc' > b'ab', b'\xff' > b'\x00', bytearray(b'a') < b'b', b'a' == memoryview(b'a'), hash(b'a') == hash(b'a'), {b'a': 1}[b'a'], b'a' == 97
b'a' + 'b'
b'a' + 1
'a' + b'b'
b'a' < 'a'
bytearray(b'a') >= 'a'
b'a'.strip('a')
b'a'.split('a')
b'a'.split(b'')
b'a'.partition(b'')
b'a'.partition('a')
b'a'.replace('a', b'b')
b'a'.replace(b'a', 'b')
b'a'.center(5, 'x')
b'a'.center(5, b'xy')
b'a'.join(['a'])
b'a'.join([1])
b'a'.join(5)
b'a'.removeprefix('a')
b'a'.translate(b'short')
b'a'.translate('x')
bytes.maketrans(b'a', b'bc')
bytes.maketrans('a', 'b')
hash(bytearray())
b'a'[0] = 1
b'a'.foo
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
