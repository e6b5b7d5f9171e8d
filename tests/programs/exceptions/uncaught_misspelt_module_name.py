import re

print('before')
re.finall('a', 'banana')
