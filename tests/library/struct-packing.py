import struct
print(struct.pack('<iHf', 1, 2, 3.5), struct.unpack('<iHf', struct.pack('<iHf', 1, 2, 3.5)), struct.calcsize('bi'), struct.calcsize('@cqh'), struct.pack('>3s2x?', b'ab', True), struct.pack('e', 1/3), struct.unpack('e', struct.pack('e', 65504.0)), struct.pack('>d', -0.1))
for a in (('b', 200), ('B', -1), ('i', 'x'), ('ii', 1), ('z', 1), ('e', 70000.0)):
    try: struct.pack(*a)
    except Exception as e: print(type(e), e)
print(list(struct.iter_unpack('>H', b'\0\1\0\2')), struct.unpack('5p', struct.pack('5p', b'abcdefg')), struct.pack('e', 6e-8), struct.pack('e', 2.0**-14*0.9999))
