# The format specification of integers.
n = 1234567

for source in r'''
[format(n, s) for s in ('', 'd', ',', '_', '+', ' ', '-', '12', '<12', '>12', '^12', '=12', '012', '+012', '*^+13,')]
[format(-n, s) for s in ('', ',', '_', '+', ' ', '12', '<12', '=12', '012', '*=12', '012,', '015,', '013,', '014_')]
[format(255, s) for s in ('b', 'o', 'x', 'X', '#b', '#o', '#x', '#X', '010b', '#010x', '#_b', '_b', '_x', '+#x', '#012_b', '*=#10x')]
[format(-255, s) for s in ('b', 'o', 'x', 'X', '#b', '#x', '010b', '#010x', '_b', '<10x', '=#10x', '^#12b')]
[format(0, s) for s in ('', 'd', 'x', '#x', ',', '05', '+', ' ', '#b', 'e', 'f', 'g', '%', 'c')]
[format(n, s) for s in ('e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '.2f', '.3e', '.2g', ',.2f', '_.1f', '15,.1f', '#.0f', '+.0%', '015.2f', '020,.2f')]
[format(65, s) for s in ('c', '3c', '<3c', '^5c', '>5c', '05c')], format(0x1f600, 'c')
[format(10**20, s) for s in ('', ',', '_', 'x', '_x', 'e', '.3f', '030', '030,', 'n')]
[format(True, s) for s in ('', 'd', 'x', '05', '+', ',', 'f', 'c')]
[f'{n:{w}{t}}' for w in ('', '010', ',', '<12') for t in 'd'], f'{3:>{5}}', f'{5!r:>4}', f'{12345:,}', f'{-5:05d}', f'{7:b}'
format(2**64, '_b'), format(2**64, '#_x'), format(-2**64, ',d'), format(10**6, '_o')
'{:,}'.format(0), '{:,}'.format(999), '{:,}'.format(1000), '{:,}'.format(-999999), '{:010,}'.format(1234), '{:0=8,}'.format(1234), '{:0>8,}'.format(1234), '{:01,}'.format(12345)
format(5, '.2')
format(5, '.2d')
format(5, ',c')
format(5, '+c')
format(5, '#c')
format(-1, 'c')
format(0x110000, 'c')
format(5, ',x')
format(5, ',b')
format(5, ',n')
format(5, ',_')
format(5, '_,')
format(5, ',,')
format(5, '__')
format(5, 's')
format(5, 'q')
format(5, 'dd')
format(5, '5 d')
format(5, '.d')
format(5, '5.')
format(5, '=')
format(5, '+-')
format(5, 'z')
format(5, 'y')
format(5, 'é')
format(5, '>>5x5')
format(10**400, 'f')
format(10**400, 'e')
format(5, '.99999999999f')
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
