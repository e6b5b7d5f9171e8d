# Stores into lists: places, ends of what was there, and what is out of range.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Kept(list):
    def __setitem__(self, index, value):
        print("set", index, value)
        super().__setitem__(index, value)


items = [Loud("a"), Loud("b"), Loud("c")]
items[0] = 1
items[-1] = 3
place = 1
items[place] = 2
print(items)
items[-3] += 10
print(items)

for index in (3, -4, 2**32, -(2**32), 2**62, -(2**62), 2**70, True, "x", 1.0, None):
    try:
        items[index] = "new"
        print(items)
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)

kept = Kept([1, 2])
kept[0] = 5
kept[-1] += 1
print(kept)


class Renames:
    """Its end changes the list that let go of it."""

    def __del__(self):
        items.append("appended")
        items[0] = "set by an end"


items[0] = Renames()
items[0] = "stored"
print(items)
items.clear()
try:
    items[0] = 1
except IndexError as error:
    print(error)
try:
    (1, 2)[0] = 1
except TypeError as error:
    print(error)
