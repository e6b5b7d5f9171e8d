text = 'ab c' * n
other = 'ab c' * (n - 1) + 'ab d'
same = 'ab c' * (n - 1) + 'ab c'
umlaut = 'ä' * n
lines = 'line\n' * n
words = text.split(' ')
# Each of these lines counts:
text.upper()
text.lower()
text.title()
text.swapcase()
text.capitalize()
text.casefold()
text.split(' ')
text.split()
text.rsplit('c')
text.splitlines()
lines.splitlines()
text.partition('z')
text.rpartition('z')
text.encode()
text.encode('utf-16')
umlaut.encode('latin-1')
umlaut.encode('ascii', 'replace')
text.replace('a', 'xx')
text.replace('z', 'y')
text.find('zz')
text.rfind('zz')
text.index('ab ca', n) if 'zz' in text else text.find('zz', n)
text.count('a')
'zz' in text
text == other
text < other
text == same
text != other
text.startswith(other)
text.endswith(other)
text + 'a'
text * 2
text[1:]
text[::-1]
umlaut[::2]
umlaut[n // 2]
text.strip('ab c')
text.strip()
text.lstrip('ab c')
text.rstrip('ab c')
text.center(3 * n)
text.ljust(9 * n)
text.rjust(9 * n)
text.zfill(9 * n)
text.expandtabs()
text.translate({97: 'x'})
text.translate(str.maketrans('a', 'b'))
str.maketrans(text, text)
text.isalpha()
text.lower().islower()
('a' * n).islower()
('a' * n).isalpha()
('1' * n).isdigit()
('1' * n).isdecimal()
('1' * n).isnumeric()
('a' * n).isalnum()
('a' * n).isascii()
('a' * n).isidentifier()
('a' * n).isprintable()
(' ' * n).isspace()
('A' * n).isupper()
'Ab'.join(words)
text.join('ab')
text.removeprefix('ab')
text.removesuffix(' c')
text.format()
'{}'.format(text)
'{:>9}'.format(text)
'%s' % text
f'{text}!'
f'{text!r}'
f'{1:>{9 * n}}'
'%*d' % (n, 1)
format(1, str(9 * n))
format('', f'>{9 * n}')
repr(text)
ascii(umlaut)
str(text.encode(), 'utf-8')
hash(text + '')
list(text)
tuple(text)
set(text)
sorted(text)
max(text)
int('1' * 4000) + int(' ' * n + '1')
float(' ' * n + '1')
eval(' ' * n + '1')
compile('x = 1\n' * (n // 100), 'f', 'exec')
text.isspace() or (text.replace(' ', '') + ' ').isspace() or text.split('b')
'é'.join(words)
text.encode().decode()
text.__contains__('zz')
text.__eq__(other)
text.__hash__() and hash('x' + text)
text.__getitem__(slice(1, None))
str(text) + 'x'
import re; re.findall('z', text)
import re; re.sub('a', 'b', text)
import re; re.search('zz', text)
import re; re.split(' ', text)
import re; re.escape(text)
import json; json.dumps(text)
import json; json.loads('"' + text + '"')
import textwrap; textwrap.dedent(text)
import io; io.StringIO(text).getvalue()
import io; io.StringIO(text).read()
import html; html.escape(text)
