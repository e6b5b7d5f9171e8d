# A finalizer brings its object back; it does not run a second time.
import gc

kept = []
gc.collect()


class Phoenix:
    def __init__(self, name):
        self.name = name
        self.me = self
        self.data = [name]

    def __del__(self):
        print('del', self.name)
        kept.append(self)


Phoenix('one')
print('collect', gc.collect(), [x.name for x in kept], kept[0].data)
print('finalized', gc.is_finalized(kept[0]), gc.is_finalized(Phoenix))
kept.clear()
gc.collect()
print('gone', kept)


class Chain:
    def __init__(self, next):
        self.next = next


class Holder(Phoenix):
    pass


# What the one that came back can reach lives on with it.
h = Holder('holder')
h.chain = Chain(Chain(Chain(None)))
h.chain.next.next.next = h
del h
print(gc.collect())
print(kept[0].chain.next.next.next is kept[0])
kept.clear()
print(gc.collect())
