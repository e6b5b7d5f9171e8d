# Streams and digests take bytes-like objects only, and sizes that are ints.
import hashlib
import hmac
import io
import pickle
import zlib


def show(name, work, value):
    try:
        print(name, value, repr(work(value))[:60])
    except Exception as error:
        print(name, value, type(error).__name__, error)


def written(value):
    stream = io.BytesIO(b"abc")
    return stream.write(value), stream.getvalue()


def lines(value):
    stream = io.BytesIO()
    stream.writelines([value, value])
    return stream.getvalue()


WORK = {
    "bytes": lambda v: io.BytesIO(v).getvalue(),
    "write": written,
    "writelines": lines,
    "readinto": lambda v: io.BytesIO(b"ab").readinto(v),
    "read": lambda v: io.BytesIO(b"abc").read(v),
    "readline": lambda v: io.BytesIO(b"abc").readline(v),
    "text read": lambda v: io.StringIO("abc").read(v),
    "truncate": lambda v: io.BytesIO(b"abc").truncate(v),
    "sha1": lambda v: hashlib.sha1(v).hexdigest(),
    "blake2b": lambda v: hashlib.blake2b(v, digest_size=4).hexdigest(),
    "pbkdf2": lambda v: hashlib.pbkdf2_hmac("sha1", v, b"s", 1),
    "compare": lambda v: hmac.compare_digest(v, "ab"),
    "compare bytes": lambda v: hmac.compare_digest(v, b"ab"),
    "pickle": pickle.loads,
    "inflate": lambda v: zlib.decompressobj().decompress(v),
}
for value in [5, "ab", None, [1, 2], 1.5, True, bytearray(b"N."), int]:
    for name, work in WORK.items():
        show(name, work, value)
