import hmac, hashlib
for d in 'sha256', hashlib.md5, 'sha512', hashlib:
    try:
        h = hmac.new(b'key', b'The quick brown fox', d)
        print(h.name, h.digest_size, h.block_size, h.hexdigest())
        c = h.copy(); c.update(b'!'); print(c.hexdigest() != h.hexdigest(), hmac.new(b'k'*200, b'', d).hexdigest())
    except Exception as e: print(type(e).__name__)
print(hmac.digest(b'k', b'm', 'sha1').hex(), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
for f in (lambda: hmac.new('k', b'', 'md5'), lambda: hmac.new(b'k'), lambda: hmac.compare_digest('a', b'a')):
    try: f()
    except TypeError as e: print(e)
