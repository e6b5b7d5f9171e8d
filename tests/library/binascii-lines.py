# Quoted-printable, uuencode and the checksum of binhex.
import binascii
import quopri

for data in [b'plain', b'a=b\xff', b'space \nnext\t\r\nend ', b'.\n..\n.', b'x' * 80,
             b'\r\n' + b'\xe9' * 30, b'a_b c']:
    for options in [{}, {'quotetabs': True}, {'istext': False}, {'header': True}]:
        coded = binascii.b2a_qp(data, **options)
        back = binascii.a2b_qp(coded, header=options.get('header', False))
        print(coded, back == data)
print(binascii.a2b_qp(b'1==2=\n3=3D=4=', True), quopri.decodestring('a=20=\r\nb'))
print(quopri.encodestring(b'caf\xc3\xa9_ \t', header=True))

for size in (0, 1, 2, 3, 44, 45):
    data = bytes(range(size))
    coded = binascii.b2a_uu(data)
    print(coded, binascii.a2b_uu(coded) == data, binascii.b2a_uu(data, backtick=True))
print(binascii.a2b_uu(b'#86)'), binascii.a2b_uu(b'\x7f'), binascii.a2b_uu('!-P  \n'))
for wrong in [lambda: binascii.b2a_uu(bytes(46)), lambda: binascii.a2b_uu(b'#a)C'),
              lambda: binascii.a2b_uu(b'!XX!x'), lambda: binascii.a2b_qp('é'),
              lambda: binascii.b2a_qp('text')]:
    try:
        print(wrong())
    except (binascii.Error, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(binascii.crc_hqx(b'123456789', 0), binascii.crc_hqx(b'', 70000),
      binascii.crc_hqx(bytearray(b'\xff'), 0xFFFF))
