# Lines of several files, and a file changed in its place.
import fileinput
import sys

for name, text in (('one.txt', 'a\nb\n'), ('two.txt', 'c\n')):
    with open(name, 'w') as file:
        file.write(text)
with fileinput.input(files=('one.txt', 'two.txt')) as lines:
    for line in lines:
        print(lines.filename(), lines.lineno(), lines.filelineno(),
              lines.isfirstline(), lines.isstdin(), line.rstrip())
for line in fileinput.input('one.txt', inplace=True):
    sys.stdout.write(line.upper())
    print(fileinput.lineno())
fileinput.close()
print(open('one.txt').read().split())
for line in fileinput.input('two.txt', inplace=True, backup='.old'):
    print('new')
print(open('two.txt').read(), open('two.txt.old').read())
try:
    fileinput.lineno()
    fileinput.close()
    fileinput.lineno()
except RuntimeError as error:
    print(error)
with fileinput.FileInput('one.txt', mode='rb') as lines:
    print(next(lines), lines.readline(), list(lines))
try:
    fileinput.FileInput('one.txt', mode='w')
except ValueError as error:
    print(error)
try:
    list(fileinput.input('missing.txt'))
except FileNotFoundError as error:
    print(error)
