# What a match in any kind of buffer gives is bytes.
import re

for text in (bytearray(b'a=1;b'), memoryview(b'a=1;b'), b'a=1;b'):
    match = re.match(rb'(?P<key>\w)=(\d)(x)?', text)
    print(type(text).__name__, match.group(), match.group(1, 'key'), match.groups(), match[2])
    print(match.groupdict(), match.span('key'), match.string is text, match)
    print(re.findall(rb'\w', text), re.findall(rb'(\w)(=)?', text), re.split(rb'([=;])', text))
    print([found[0] for found in re.finditer(rb'.', text)], re.sub(rb'\d', rb'<>', text))
    print(re.sub(rb'zz', b'', text), re.split(rb'zz', text))
    print(re.subn(rb'[a=]', lambda found: found[0] * 2 + bytes([found.string is text]), text))


class Word(str):
    pass


match = re.match('(.)b', Word('abc'))
print(type(match[0]), type(match.string), type(re.sub('x', '', Word('abc'))))
