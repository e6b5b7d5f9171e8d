from collections import OrderedDict

o = OrderedDict()
o['x'] = o
print(o)
d = {}
d[1] = d.values()
print(d, d.values())
d = {}
d['items'] = d.items()
print(d)


class Wrong:
    def __repr__(self):
        raise ValueError('no repr')


bad = OrderedDict(a=Wrong())
for _ in range(2):
    try:
        repr(bad)
    except ValueError as error:
        print(error)
    try:
        repr(bad.values())
    except ValueError as error:
        print(error)
bad['a'] = 1
print(bad)
