data = b'ab c' * n
other = b'ab c' * (n - 1) + b'ab d'
array = bytearray(data)
array_again = bytearray(data)
view = memoryview(data)
hexes = '61' * n
parts = data.split()
# Each of these lines counts:
data.upper()
data.lower()
data.title()
data.swapcase()
data.capitalize()
data.split(b' ')
data.rsplit(b'c')
data.splitlines()
data.partition(b'z')
data.rpartition(b'z')
data.replace(b'a', b'xx')
data.replace(b'z', b'')
data.find(b'zz')
data.rfind(b'zz')
data.count(b'a')
b'zz' in data
255 in data
b'zz' in array
data == other
data < other
array == array_again
array < array_again
data == array
data.startswith(other)
data + b'a'
data * 2
array * 2
array + data
data[1:]
data[::-1]
array[1:]
array[::2] = bytes(len(array[::2]))
array[0:0] = b'x'
del array[0]
del array[:2]
array.insert(0, 1)
array.pop(0)
array.remove(99)
array.reverse()
array.copy()
array.extend(data); array = bytearray(data)
array += data; array = bytearray(data)
array.index(100) if 100 in array else 0
data.strip(b'ab c')
data.center(9 * n)
data.ljust(9 * n)
data.zfill(9 * n)
data.expandtabs()
data.translate(bytes(range(256)))
data.translate(None, b'a')
data.isalpha()
(b'a' * n).isalpha()
(b'1' * n).isdigit()
(b'a' * n).islower()
(b'a' * n).isascii()
b','.join(parts)
data.hex()
data.hex(':')
bytes.fromhex(hexes)
bytearray.fromhex(hexes)
bytes(9 * n)
bytearray(9 * n)
bytes(array)
bytearray(data)
bytes(list(data))
bytes(view)
data.decode()
data.decode('latin-1')
data.decode('ascii', 'replace')
repr(data)
repr(array)
hash(data + b'')
list(data)
tuple(array)
sum(data)
int.from_bytes(data[:n], 'big')
(1 << 16 * n).to_bytes(2 * n + 1, 'big')
view.tobytes()
view.tolist()
view.hex()
view == data
view == memoryview(other)
view[::2].tobytes()
b'%s' % data
data.removeprefix(b'ab')
data.maketrans(data[:n], data[:n])
import hashlib; hashlib.md5(data)
import hashlib; hashlib.sha1(data)
import hashlib; hashlib.sha256(data).digest()
import hashlib; hashlib.sha512(data)
import hashlib; h = hashlib.sha256(); h.update(data)
import base64; base64.b64encode(data)
import base64; base64.b64decode(data)
import binascii; binascii.crc32(data)
import binascii; binascii.hexlify(data)
import struct; struct.pack(f'{n}s', data)
import struct; struct.unpack(f'{n}B', data[:n])
import io; io.BytesIO(data).read()
import array as a; a.array('B', data)
import array as a; a.array('i', range(n))
import hmac; hmac.new(b'k', data, 'sha256').digest()
import random; random.randbytes(n)
import os; os.urandom(n)
import secrets; secrets.token_bytes(n)
