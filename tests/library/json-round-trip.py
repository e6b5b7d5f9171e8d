import json, enum
d = {'a': [1, 2.5, None, True, False], 'b': {'c': 'x"\\\n\té\U0001f600'}, 'e': [], 'f': {}, 1: 2, None: 3, 2.5: 4, True: 5}
print(json.dumps(d)); print(json.dumps(d, indent=2, ensure_ascii=False)); print(json.dumps([1, [2, (3,)]], separators=(',', ':')), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps([1e100, 1e-7, 10**30, float('inf'), -0.0]))
print(json.dumps('a'), json.dumps([[], {}], indent=1), json.dumps([1, {'x': [2]}], indent='--'), json.dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
print(json.loads('{"a": [1, -2.5e3, "x\\u00e9\\ud83d\\ude00\\n\\/", null, true, false], "b": {}}'), json.loads(' [1 , 2 ] '), json.loads(b'"bytes"'), json.loads('NaN'), json.loads('-0'), json.loads('1E5'), json.loads('"\ud800"') == '\ud800')
for t in ('', '{', '[1,]', '{"a" 1}', '{"a": }', "{'a': 1}", '[1 2]', '"abc', '"\\q"', '"\\u12"', '1 2', 'nul', '[1', '{"a":1,}', '"a\nb"', '01', '-', '[1,\n\n x]', '1.', '\ufeff1'):
    try:
        print(json.loads(t))
    except json.JSONDecodeError as e:
        print(e, e.lineno, e.colno, e.pos)
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda o: sorted(o)), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: 'i' + s))
class E(json.JSONEncoder):
    def default(self, o):
        return list(o) if isinstance(o, set) else super().default(o)
print(json.dumps({1: {5}}, cls=E), json.dumps({1}, default=sorted), json.dumps(enum.IntEnum('N', 'A B').B))
l = []; l.append(l)
for bad in (lambda: json.dumps({1}), lambda: json.dumps(l), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.loads(5)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
import io
f = io.StringIO(); json.dump([1, 'x'], f); f.seek(0); print(json.load(f), json.JSONDecoder().raw_decode('[1] rest'))
