# Functions of codecs that tell how much they read.
import codecs
print(codecs.escape_decode(rb'a\n\x41\101\q\'')[0], codecs.escape_decode(b'abc'))
print(codecs.unicode_escape_decode(rb'\u00e9\x41\n'), codecs.utf_8_decode('é'.encode()), codecs.utf_8_encode('é'))
print(codecs.ascii_encode('a'), codecs.latin_1_decode(b'\xe9'))
for bad in (rb'\x4', b'a\\'):
    try:
        codecs.escape_decode(bad)
    except ValueError as error:
        print(error)
print('\N{BYTE ORDER MARK}' == '\ufeff', '\N{NARROW NO-BREAK SPACE}' == '\u202f')
