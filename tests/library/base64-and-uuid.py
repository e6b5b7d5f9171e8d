import base64, uuid, binascii
for d in (b'', b'a', b'ab', b'abc', b'hello world'):
    print(base64.b64encode(d), base64.b32encode(d), base64.b16encode(d), base64.b64decode(base64.b64encode(d)), base64.b32decode(base64.b32encode(d)))
for s in ('YQ', 'YQ=', 'Y', 'YWJj\nZGVm'):
    try: print(base64.b64decode(s))
    except Exception as e: print(type(e), e)
print(binascii.crc32(b'hello'), binascii.hexlify(b'\x01\xff'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org').version, uuid.UUID(int=5), repr(uuid.UUID('{12345678123456781234567812345678}')), uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID('12345678-1234-5678-1234-567812345678').fields)
