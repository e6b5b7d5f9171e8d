# Compression and back; sizes differ from C's zlib and are not shown.
import gzip
import io
import zlib

text = b'spam, spam, spam and eggs; ' * 500 + bytes(range(256))
for level in (0, 1, 6, 9):
    packed = zlib.compress(text, level)
    print(level, len(packed) < len(text), zlib.decompress(packed) == text)
for wbits in (15, -15, 31):
    packed = zlib.compress(text, wbits=wbits)
    print(wbits, zlib.decompress(packed, wbits=wbits) == text)
print(zlib.crc32(text), zlib.adler32(text), zlib.adler32(b'b', 5),
      zlib.crc32(b'b', 5), zlib.adler32(b''))

maker = zlib.compressobj()
packed = maker.compress(text) + maker.flush(zlib.Z_SYNC_FLUSH)
print(zlib.decompressobj().decompress(packed) == text)
twin = maker.copy()
packed += maker.compress(b'more') + maker.flush() + b'behind'
reader = zlib.decompressobj()
out = b''.join(reader.decompress(packed[at:at + 7])
               for at in range(0, len(packed), 7))
print(out == text + b'more', reader.eof, reader.unused_data)
reader = zlib.decompressobj()
print(len(reader.decompress(packed, 10)), len(reader.unconsumed_tail) > 0,
      reader.eof)
for wrong in (b'nonsense', zlib.compress(text)[:-1], b''):
    try:
        zlib.decompress(wrong)
    except zlib.error as problem:
        print(problem)
# What C's zlib makes can be read.
print(zlib.decompress(bytes.fromhex(
    '789ccb48cdc9c95728cf2fca4901001a0b045d')))

packed = gzip.compress(text, mtime=0)
print(packed[:8].hex(), gzip.decompress(packed + packed) == 2 * text)
buffer = io.BytesIO()
with gzip.open(buffer, 'wt', encoding='utf-8') as file:
    file.write('first\nsecond \u20ac\n')
buffer.seek(0)
with gzip.open(buffer, 'rt', encoding='utf-8') as file:
    print(file.readlines())
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as file:
    print(file.read(3), file.tell(), file.readline(), file.seek(0), file.peek(2))
    print(list(file), file.readable(), file.writable())
for wrong in (b'nonsense', packed[:20]):
    try:
        gzip.decompress(wrong)
    except (OSError, EOFError) as problem:
        print(type(problem).__name__, problem)
