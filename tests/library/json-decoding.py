# json.loads: values, hooks, and where decoding fails.
import json


def attempt(text, **options):
    try:
        print(repr(json.loads(text, **options)))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'pos', ''), getattr(error, 'lineno', ''), getattr(error, 'colno', ''))


attempt('[1, 2.5, -0, 1e3, 1E-2, -1.5e+2, true, false, null, "a"]')
attempt(' {"a": {"b": [ ]}, "a": 2, "\\u00e9": "\\ud83d\\ude00\\n\\"\\/"} ')
attempt('"\\u0041\\t"')
attempt(b'["\xc3\xa9"]')
attempt(bytearray(b'{}'))
attempt('"a"'.encode('utf-16'))
attempt('[NaN, Infinity, -Infinity]')
attempt('123456789012345678901234567890')
attempt('1.0', parse_float=str)
attempt('[1, 2]', parse_int=float)
attempt('[NaN]', parse_constant=lambda c: f'<{c}>')
attempt('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d))
attempt('{"a": 1, "a": 2}', object_pairs_hook=list)
attempt('"a\nb"', strict=False)
for text in ('', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}",
             '"abc', '"\\x"', '"\\u12"', '"a\nb"', 'nul', 'tru', '01', '1.', '.5', '+1', '1 2', '[1] x', '{"a":1 "b":2}',
             '[1 2]', '\ufeff1', '-', '{"a" 1}', 'undefined', '[1,\n2,\n x]', '"\t"', '{1:2}'):
    attempt(text)
attempt(5)
attempt(None)
attempt(b'\xff')
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] rest'), decoder.decode(' 1 '), json.JSONDecoder(object_hook=len).decode('{"a": 1}'))
try:
    json.loads('{"a":\n bad}')
except json.JSONDecodeError as error:
    print(error.msg, error.doc, error.pos, error.lineno, error.colno, isinstance(error, ValueError), error.args)
