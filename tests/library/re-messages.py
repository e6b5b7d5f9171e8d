"""What `re` shows and says about matches, replacements and odd sets."""

import re
import warnings

print(re.match('.*', 'a' * 80))
print(re.match('.*', 'é"\'' * 40))
print(re.match(b'.*', b'abc' * 40))
print(re.match('.', 'é'))

for repl in (1, None, 1.5, b'x'):
    try:
        print(re.sub('a', repl, 'a'))
    except TypeError as error:
        print(error)
print(re.sub('a', 'x', 'aba'), re.sub('b*', '-', 'abc'), re.subn('z', '', 'a'))

for pattern in ('[[a]', '[^[a]', '[a&&b]', '[a||b]', '[a~~b]', '[&&a]', '[a[]',
                '[--a]', '[a-b--c]', r'[\&&a]', '[]||]', '[^||a]', '[a&&&b]',
                '[+--]', '[|-|]', '[[|||a]', 'x[[:alpha:]]', b'[[b]', '--[a]'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        re.compile(pattern)
    print(pattern, [(w.category.__name__, str(w.message), w.lineno,
                     w.filename == __file__) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    re.search('[[b]c', 'b')
    re.compile('# [[a] \n a', re.X)
print([(str(w.message), w.lineno) for w in caught])
