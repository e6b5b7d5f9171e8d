# str.encode with codecs and error handlers, and what UnicodeEncodeError knows.
s = 'aé€😀'

for source in r'''
s.encode(), s.encode('utf-8'), s.encode('UTF8'), s.encode('utf_8'), s.encode('U8'), s.encode('utf-8-sig')
s.encode('utf-16'), s.encode('utf-16-le'), s.encode('utf-16-be'), s.encode('UTF-16LE')
s.encode('utf-32'), s.encode('utf-32-le'), s.encode('utf-32-be')
'aé\xff'.encode('latin-1'), 'aé'.encode('iso-8859-1'), 'é'.encode('latin1'), 'é'.encode('L1'), 'é'.encode('8859')
'abc'.encode('ascii'), 'abc'.encode('us-ascii'), 'abc'.encode('646')
s.encode('ascii', 'ignore'), s.encode('ascii', 'replace'), s.encode('ascii', 'backslashreplace'), s.encode('ascii', 'xmlcharrefreplace')
s.encode('latin-1', 'ignore'), s.encode('latin-1', 'replace'), s.encode('latin-1', 'backslashreplace'), s.encode('latin-1', 'xmlcharrefreplace')
s.encode('ascii')
s.encode('latin-1')
s.encode('ascii', 'strict')
s.encode('ascii', 'nope')
'abc'.encode('ascii', 'nope')
s.encode('nope')
s.encode('')
s.encode(1)
s.encode('utf-8', 1)
s.encode(errors=None)
s.encode('utf-8', 'strict', 1)
'éé'.encode('ascii')
'aéb'.encode('ascii')
'€'.encode('latin-1', 'backslashreplace'), 'é'.encode('ascii', 'backslashreplace'), '\U0001f600'.encode('ascii', 'backslashreplace')
''.encode('utf-16'), ''.encode('utf-8-sig'), ''.encode('utf-32'), ''.encode('ascii')
'a\0b'.encode(), 'a\0b'.encode('utf-16-le'), '\uffff'.encode(), '\u07ff\u0800'.encode(), '\U0010ffff'.encode('utf-16-be')
bytes('é', 'utf-8'), bytes('é', 'latin-1'), bytearray('é', 'utf-16-le'), bytes('é', encoding='ascii', errors='replace')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
