# Modules that import each other.
import sys

for name, text in {
        'first.py': 'import second\nvalue = 1\n',
        'second.py': 'from first import value\n',
        'third.py': 'import fourth\nvalue = 1\n',
        'fourth.py': 'import third\nprint(third.value)\n',
        'fifth.py': 'import sixth\nvalue = 1\n',
        'sixth.py': 'import fifth\ndef late(): return fifth.value\n'}.items():
    with open(name, 'w') as file:
        file.write(text)
sys.path.insert(0, '.')
for name in ('first', 'third'):
    try:
        __import__(name)
    except (ImportError, AttributeError) as error:
        print(type(error).__name__, str(error).partition(' (/')[0])
import fifth
import sixth
print(sixth.late(), fifth.__file__.startswith('/'))
try:
    from sixth import nothing
except ImportError as error:
    print(str(error).partition(' (')[0])
