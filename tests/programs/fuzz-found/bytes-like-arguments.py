# What takes the bytes of an object takes no ints and lists for them.
import base64
import binascii
import struct
import zlib


def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


ONE = [
    binascii.hexlify, binascii.unhexlify, binascii.b2a_base64,
    binascii.a2b_base64, binascii.crc32, zlib.adler32, base64.b64encode,
    base64.b64decode, base64.b32encode, base64.b32decode, base64.b16encode,
    base64.b16decode, base64.b85encode, base64.a85decode, base64.encodebytes,
    base64.decodebytes, struct.calcsize, struct.Struct(">2b").unpack,
]
for value in [5, "", "é", b"ab", bytearray(b"\1\2"), memoryview(b"ab"), None, [1, 2]]:
    for function in ONE:
        show(lambda: function(value))
    show(lambda: struct.unpack_from("b", value))
    show(lambda: struct.unpack_from("b", b"abc", value))
    show(lambda: struct.pack(">f", value))
    show(lambda: struct.pack_into("b", value, 0, 1))
    show(lambda: base64.b64encode(b"a", value))

buffer = bytearray(4)
for arguments in [(), (0,), (0, 1), (9, 1, 2), (-1, 1, 2), (-2, 1, 2), (-9, 1, 2)]:
    show(lambda: struct.pack_into("2b", buffer, *arguments))
    show(lambda: struct.unpack_from("2b", buffer, *arguments[:1]))
print(buffer)
TEXTS = ["", "=", "a", "ab", "ab=", "ab==", "ab===", "abc=", "ab=c", "abcd=", "ab==cd", "ab ==", "a-_b"]
for text in TEXTS:
    show(lambda: binascii.a2b_base64(text))
    show(lambda: binascii.a2b_base64(text, strict_mode=True))
    show(lambda: base64.b64decode(text, "-_", validate=True))
