# Ascii85, base 85 and base 32 with the other alphabet.
import base64
import io

texts = [b'', b'a', b'ab', b'abc', b'abcd', bytes(8), b'    x', bytes(range(256))]
for text in texts:
    for options in ({}, {'foldspaces': True}, {'pad': True}, {'adobe': True},
                    {'wrapcol': 7, 'adobe': True}):
        made = base64.a85encode(text, **options)
        print(options, made[:60])
        options.pop('wrapcol', None)
        if not options.pop('pad', False):
            print(base64.a85decode(made, **options) == text)
    made = base64.b85encode(text)
    print(made[:60], base64.b85decode(made) == text,
          base64.b85encode(text, pad=True)[-8:])
    made = base64.b32hexencode(text)
    print(made[:40], base64.b32hexdecode(made.lower(), True) == text)
for function, wrong in [(base64.a85decode, b's8W-"'), (base64.a85decode, b'az'),
                        (base64.a85decode, b'v'), (base64.b85decode, b'a b'),
                        (base64.b85decode, b'|NsC1'),
                        (base64.a85decode, b'x~')]:
    try:
        print(function(wrong))
    except ValueError as problem:
        print(function.__name__, problem)
print(base64.b32decode(b'M1======', map01=b'L'), base64.b85decode('abc'))
source, target = io.BytesIO(bytes(100)), io.BytesIO()
base64.encode(source, target)
print(target.getvalue())
target.seek(0)
back = io.BytesIO()
base64.decode(target, back)
print(back.getvalue() == bytes(100))
