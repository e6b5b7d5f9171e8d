import copy, json, pickle, ast, io
big = list(range(n))
class Key:
    def __init__(self, x): self.x = x
    def __lt__(self, other): return self.x < other.x
    def __eq__(self, other): return self.x == other.x
    def __hash__(self): return 1
instances = [Key(i) for i in range(n // 10)]
space = type('Space', (), {f'a{i}': i for i in range(n)})
thing = Key(0)
thing.__dict__.update({f'a{i}': i for i in range(n)})
# Each of these lines counts:
sorted(instances)
max(instances)
instances == instances[:-1] + [Key(n // 10 - 1)]
dir(thing)
vars(thing).copy()
copy.copy(thing)
copy.deepcopy(thing)
json.dumps(big)
json.loads(json.dumps(big))
pickle.dumps(big)
pickle.loads(pickle.dumps(big))
ast.literal_eval('[' + '1,' * (n // 10) + ']')
print(big, file=io.StringIO())
io.StringIO().writelines(['a'] * n)
type('T', (), dict(space.__dict__))
dir(space)
list(map(None.__class__.__eq__, big, big))
isinstance(0, (str,) * n)
issubclass(int, (str,) * n)
hash((big, 1)[1:] * n)
exec('x = 1\n' * (n // 100))
compile('1 +' * (n // 200) + ' 1', 'f', 'eval')
import gc; gc.collect()
import gc; gc.get_objects()
import textwrap; textwrap.fill('word ' * (n // 10))
import difflib; difflib.SequenceMatcher(None, 'ab' * 100, 'ba' * 100).ratio()
import string; string.Template('$a' * n).safe_substitute(a=1)
