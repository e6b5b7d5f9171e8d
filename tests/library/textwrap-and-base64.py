# textwrap, base64, binascii, hashlib and keyword.
import base64, binascii, hashlib, keyword
from textwrap import dedent, fill, indent, shorten, wrap, TextWrapper
t = 'The quick brown fox jumps over the lazy dog.'

for source in r'''
wrap(t, 15), wrap('', 5), wrap('abcdefgh ij', 4), wrap('abcdefgh', 4, break_long_words=False), wrap('a-b-c d', 3), wrap('a-bcd', 3, break_on_hyphens=False), wrap(t, 20, initial_indent='* ', subsequent_indent='  '), wrap('a\tb\n\nc', 20), wrap('a  b', 3), wrap(t, 12, max_lines=2), wrap(t, 12, max_lines=2, placeholder='..'), wrap('x. y', 10, fix_sentence_endings=True)
fill(t, 20), fill(''), dedent('  a\n   b\n\n  c'), dedent('\ta\n  b'), dedent('  \n a'), indent('a\n\nb\n', '> '), indent('a\n b', '-', lambda l: l.startswith(' ')), shorten(t, 20), shorten('  a   b ', 10), shorten(t, 12, placeholder='~'), TextWrapper(width=5).wrap('abc def')
wrap('a', 0)
shorten('abc', 2)
base64.b64encode(b'hello?>'), base64.b64decode('aGVsbG8/Pg=='), base64.urlsafe_b64encode(b'hello?>~'), base64.urlsafe_b64decode(b'aGVsbG8_Pn4='), base64.b32encode(b'hi'), base64.b32decode('NBUQ===='), base64.b16encode(b'\xff\0'), base64.b16decode('FF00'), base64.b64decode(b'aG Vs\nbG8='), base64.standard_b64encode(b''), base64.encodebytes(b'x' * 60)
base64.b64decode('a')
base64.b64decode('a===', validate=True)
base64.b64decode('*', validate=True)
base64.b16decode('zz')
base64.b32decode('a')
binascii.hexlify(b'ab'), binascii.unhexlify('6162'), binascii.b2a_hex(b'\xff', '-'), binascii.crc32(b'hello'), binascii.a2b_base64('YQ=='), binascii.b2a_base64(b'a')
binascii.unhexlify('6')
binascii.unhexlify('zz')
hashlib.md5(b'a').hexdigest(), hashlib.sha1(b'').hexdigest(), hashlib.sha256(b'abc').hexdigest()[:16], hashlib.new('sha256', b'x').name, hashlib.sha256().digest_size, hashlib.sha1().block_size, (lambda h: (h.update(b'a'), h.update(b'b'), h.copy().hexdigest() == hashlib.md5(b'ab').hexdigest())[2])(hashlib.md5()), hashlib.sha256(b'q').digest()[:3], 'sha256' in hashlib.algorithms_guaranteed
hashlib.md5('text')
hashlib.new('nope')
keyword.iskeyword('for'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), len(keyword.kwlist), keyword.kwlist[:4]
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
