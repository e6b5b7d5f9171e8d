# Objects that share a `__dict__`, and dicts that are their own.


class Borg:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state


a, b = Borg(), Borg()
a.x = 1
print(b.x, Borg._state, a.__dict__ is b.__dict__ is Borg._state)
b.y = 2
print(a.y, vars(a))
del a.x
print(hasattr(b, 'x'))


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


d = AttrDict(q=1)
d.z = 3
d['w'] = 4
print(d.q, d['z'], d.w, d)
del d.q
print(d, 'q' in d, sorted(vars(d)))


class Plain:
    pass


p = Plain()
p.old = 1
old = p.__dict__
p.__dict__ = {'new': 2}
old['later'] = 3
print(p.new, hasattr(p, 'old'), hasattr(p, 'later'), old)
del p.__dict__
print(vars(p))
for wrong in 5, [], None:
    try:
        p.__dict__ = wrong
    except TypeError as error:
        print(error)
for _ in range(3):
    p.__dict__ = {'count': getattr(p, 'count', 0) + 1}
print(p.count)
