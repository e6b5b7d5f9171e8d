# str.format: fields, attributes, indexes, conversions, nesting and errors.
class P:
    x = 3
    items = [10, 20]
    table = {'k': 'v', '1': 'one', 1: 'int'}
    def __format__(self, spec):
        return f'<{spec}>'
p = P()

for source in r'''
'{} {}'.format(1, 2), '{0} {1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{} {a}'.format(1, a=2), '{{}} {{{0}}}'.format(1)
'{0.x} {0.items[1]} {0.table[k]} {0.table[1]}'.format(p), '{p.x:>5}'.format(p=p), '{[0]} {.x}'.format([7], p)
'{:x^10}'.format(p), '{:}'.format(p), '{0!r:>5}'.format('a'), '{!s}{!a}'.format('ä', 'ä'), '{0:{1}}'.format(5, 4), '{:{}{}}'.format('a', '>', 5)
'{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{0:{0}}'.format(3), '{:{a[b]}}'.format(1, a={'b': '05'})
'{0[-1]}'.format({'-1': 5}), '{0[a b]}'.format({'a b': 1}), '{0[!]}'.format({'!': 1}), '{a.b.c}'.format(a=type('', (), {'b': type('', (), {'c': 9})}))
'{:%Y}'.format(p), '{:{{}}}'.format(p, 1) if False else 'skipped', '{0:!r}'.format(p), '{:}}'.format(1) if False else 'skipped'
'{}'.format(None), '{:>6}'.format('None'), '{:s}'.format('x'), '{}'.format([1, 'a']), '{}'.format({}), '{!r}'.format(p)[:3]
'{0}'.format(*[1, 2]), '{a}'.format(**{'a': 1, 'b': 2}), ''.format(), 'plain'.format(1, 2), '{:>{w}}'.format('a', w=3)
'{a}'.format_map({'a': 1}), '{a[0]}'.format_map({'a': 'xy'}), '{a!r:>5}'.format_map({'a': 'b'})
'{}'.format()
'{1}'.format(1)
'{a}'.format()
'{0} {}'.format(1, 2)
'{} {0}'.format(1, 2)
'{'.format(1)
'}'.format(1)
'{0'.format(1)
'{0!}'.format(1)
'{0!x}'.format(1)
'{0!rr}'.format(1)
'{!}'.format(1)
'{0.}'.format(1)
'{0[}'.format([1])
'{0[]}'.format([1])
'{0[a]}'.format([1])
'{0[5]}'.format([1])
'{0[0]x}'.format([1])
'{.y}'.format(p)
'{0[k]}'.format({})
'{:{:{}}}'.format(1, 2, 3)
'{:d}'.format('a')
'{:s}'.format(1)
'{:>5}'.format([])
'{:5}'.format(None)
'{a}'.format_map({})
'{}'.format_map([1])
'{0}'.format_map([1])
'{a}'.format_map(1)
'{a}'.format_map()
'{-1}'.format(1)
'{99999999999999999999}'.format(1)
'{ 0}'.format(1)
'a{}b{}c'.format(1)
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
