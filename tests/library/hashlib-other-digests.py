# Digests whose arithmetic is not native: SHA-3, SHAKE, BLAKE2, PBKDF2.
import hashlib

texts = [b'', b'abc', bytes(range(200)), b'x' * 300]
for name in ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b',
             'blake2s'):
    for text in texts:
        digest = hashlib.new(name, text)
        print(name, digest.digest_size, digest.block_size, digest.hexdigest())
for name in ('shake_128', 'shake_256'):
    print(name, hashlib.new(name, b'abc').hexdigest(300))

parts = hashlib.blake2b(digest_size=20, key=b'key', salt=b'salt',
                        person=b'me')
parts.update(b'one ')
before = parts.copy()
parts.update(b'two' * 100)
print(parts.hexdigest(), before.hexdigest())
print(hashlib.blake2s(b'leaf', fanout=2, depth=2, leaf_size=64, node_offset=1,
                      inner_size=32, last_node=True).hexdigest())
for wrong in ({'digest_size': 65}, {'key': bytes(65)}, {'salt': bytes(17)}):
    try:
        hashlib.blake2b(**wrong)
    except ValueError as problem:
        print(type(problem).__name__)

for name in ('md5', 'sha1', 'sha256', 'sha512', 'sha3_256'):
    print(name, hashlib.pbkdf2_hmac(name, b'password', b'salt', 50).hex())
print(hashlib.pbkdf2_hmac('sha1', b'p' * 100, b's', 3, 50).hex())
try:
    hashlib.pbkdf2_hmac('sha1', b'p', b's', 0)
except ValueError as problem:
    print(problem)
