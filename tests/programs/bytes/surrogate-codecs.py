# Lone surrogates and the error handlers that make and take them.
import codecs
import io
import json
import os
import re

HANDLERS = ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace',
            'surrogateescape', 'surrogatepass', 'namereplace')
for codec in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-32', 'utf-16-be', 'cp1252'):
    for text in ('\ud800', 'a\udc80\udcffb', 'é\ud800\udc80'):
        for errors in HANDLERS:
            try:
                print(codec, ascii(text), errors, text.encode(codec, errors))
            except UnicodeError as error:
                print(codec, ascii(text), errors, error, error.start, error.end)
DATA = (b'\xff', b'ab\x80c', b'\xed\xa0\x80', b'\xed\xb2\x80z', b'\xe4\xff', b'\xed\xa0', b'\xf0\x9f',
        b'\x00\xd8', b'\x00\xd8a\x00', b'\x00\xdc\x00\x00', b'\x00\x00\xd8\x00')
for data in DATA:
    for codec in ('utf-8', 'ascii', 'utf-16-le', 'utf-32-be'):
        for errors in ('surrogateescape', 'surrogatepass', 'strict', 'replace'):
            try:
                print(codec, data, errors, ascii(data.decode(codec, errors)))
            except UnicodeError as error:
                print(codec, data, errors, error)
print(ascii('\ud83d\ude00'.encode('utf-16', 'surrogatepass').decode('utf-16')))
for name in ('surrogateescape', 'surrogatepass'):
    handler = codecs.lookup_error(name)
    print(handler(UnicodeEncodeError('utf-8', 'a\udc80', 1, 2, 'x')))
print(ascii(codecs.lookup_error('surrogateescape')(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'x'))))
print(ascii(json.loads('"\\ud800"')), ascii(json.loads('"\\ud83d\\ude00\\udc00"')), json.dumps('\ud800x'))
print(os.fsencode('\udcff'), ascii(os.fsdecode(b'\xff')))
text = 'a\ud800b\udc00c'
print(re.findall('[\ud800-\udfff]', text) == ['\ud800', '\udc00'], ascii(re.sub(r'[\ud800-\udbff]', '?', text)))
print(ascii(re.findall('[^a-c]', text)), ascii(re.split(r'\udc00', text)), bool(re.match(r'\W', '\ud800')))
print(bool(re.match('[\ue000-\U0010ffff]', '\ud800')), bool(re.match('[\x00-\uffff]', '\ud800')))
memory = io.BytesIO()
writer = io.TextIOWrapper(memory, 'utf-8', errors='surrogateescape')
writer.write('x\udcff')
writer.flush()
print(memory.getvalue(), ascii(io.StringIO('\ud800').read()))
print(ascii(io.TextIOWrapper(io.BytesIO(b'\xfe\xffz'), 'utf-8', errors='surrogateescape').read()))
