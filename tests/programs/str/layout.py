# str.center, ljust, rjust, zfill and join.
class S(str):
    pass

for source in r'''
'ab'.center(5), 'ab'.center(6), 'abc'.center(6), 'abc'.center(4), 'abc'.center(2), 'a'.center(4, '*'), ''.center(3, '-')
'ab'.center(-1), 'a'.center(2, 'x'), 'ab'.center(3, 'x'), 'abc'.center(8, '.')
'ab'.ljust(5) + '|', 'ab'.ljust(5, '*'), 'ab'.ljust(1), 'ab'.rjust(5), 'ab'.rjust(5, '*'), 'ab'.rjust(2)
'ä'.center(3, '😀'), '😀'.rjust(3, 'ä'), '😀'.ljust(2, '€')
'42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), '42'.zfill(1), ''.zfill(3), '-'.zfill(3), '--1'.zfill(5), 'a-1'.zfill(5), ' 1'.zfill(4)
','.join(['a', 'b']), ''.join(['a', 'b']), ','.join([]), ','.join(['x']), ','.join('abc'), ','.join({'k': 1, 'l': 2})
', '.join(c for c in 'xyz'), '-'.join(('a',)), 'ä'.join(['x', '😀', 'y']), '-'.join(map(str, range(4)))
'-'.join([S('a'), S('b')]), type('-'.join([S('a')])), S('-').join('ab'), type(S('').join(['abc']))
type(S('ab').center(2)), type(S('ab').strip()), type(S('ab')[:]), type(S('a') + 'b'), type(S('a') * 1), type(S('ab').replace('x', 'y'))
type(S('a').upper()), type(str(S('a'))), S('a') == 'a', hash(S('a')) == hash('a'), {S('a'): 1}['a']
'a'.center()
'a'.center('5')
'a'.center(5, '')
'a'.center(5, 'xy')
'a'.center(5, 1)
'a'.ljust(5, b' ')
'a'.rjust(5.0)
'a'.rjust(5, None)
'a'.zfill('3')
'a'.zfill()
','.join([1, 2])
','.join(['a', None])
','.join(['a', b'b'])
','.join(5)
','.join(None)
','.join()
','.join('a', 'b')
','.join(x for x in [1])
'a' * 3, 3 * 'a', 'a' * 0, 'a' * -1, 'ab' * True, 'a' + 'b'
'a' * 2.0
'a' * 'b'
'a' + 1
1 + 'a'
'a' + None
'a' + b'b'
'a' - 'b'
-'a'
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
