# bytes, bytearray and memoryview.
b = b"hello, world"
print(b.find(b"o"), b.rfind(b"o"), b.index(111), b.count(b"l"), b.startswith(b"he"), b.endswith((b"x", b"ld")), b.find(b"o", 5))
print(b.upper(), b.title(), b.capitalize(), b"AbC".swapcase(), b.replace(b"l", b"L", 2), b.split(b","), b"a b  c".split(), b.partition(b", "))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"ab".center(6, b"*"), b"7".zfill(3), b"a\tb".expandtabs(4), b"a\nb".splitlines(), b"-".join([b"a", bytearray(b"b")]))
print(b.hex(), b"abc".hex(":"), b"abcdef".hex("-", 2), bytes.fromhex("61 62"), b"abc".decode(), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "ignore"))
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(), list(b"abc"), b"abc"[1], b"abc"[::-1], b"ab" * 2, b"a" + b"b")
print(b"a" < b"b", b"a" == bytearray(b"a"), b"a" == "a", 97 in b"abc", b"bc" in b"abc", hash(b"a") == hash(b"a"), len(b), b"abc".isalpha(), b"12".isdigit(), b"a b".translate(None, b" "))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"x".removeprefix(b"x"), b"%s=%d" % (b"k", 5), b"%c%c" % (65, b"B"), repr(b"it's \x00\xff\n"))
a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103])
a.insert(0, 64)
print(a, len(a), a[0], a[-1], a[1:3], a.pop(), a.pop(0), a)
a.remove(98)
a.reverse()
print(a, a.copy() is a, a == b"fedca", a.upper(), type(a.upper()).__name__, a + b"!", a * 2, a.find(b"d"), a.decode())
a[0] = 70
a[1:3] = b"--"
del a[-1]
print(a, list(a), bytes(a), a.count(b"-"), bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]), bytearray(b"x") < b"y")
a.clear()
print(a, bool(a), bool(bytearray(b"x")))
c = bytearray(b"x")
d = c
d += b"yz"
d *= 2
print(c is d, c, sorted(bytearray(b"cab")), bytearray.fromhex("0a0b"))
m = memoryview(bytearray(b"abcdef"))
print(len(m), m[0], m[-1], bytes(m[1:3]), m[::2].tobytes(), m.tolist(), m.readonly, m.nbytes, m.format, m.shape, m == b"abcdef", m[1:].hex())
m[0] = 90
m[1:3] = b"YX"
print(m.obj, bytes(m), [x for x in m[:2]], memoryview(b"ro").readonly, b"".join([m[:2], b"!"]))
with memoryview(b"ab") as v:
    print(v.tobytes())
try:
    v[0]
except ValueError as error:
    print(error)


class Packet(bytes):
    @property
    def size(self):
        return len(self)


p = Packet(b"data")
print(p, p.size, p == b"data", p + b"!", p[0], p.decode(), isinstance(p, bytes), {p: 1}[b"data"])


class Raw:
    def __bytes__(self):
        return b"raw"


print(bytes(Raw()), b"%b" % Raw())
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
try:
    b"a\xff".decode()
except UnicodeDecodeError as error:
    print(error, error.encoding, error.object, error.start, error.end, error.reason)
