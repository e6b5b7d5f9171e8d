# A sort that fails leaves the list as far as it came.
class Stubborn:
    def __repr__(self):
        return 'S'


for items in ([3, 1, 2, 'a', 0], ['b', 'a', 1], [1, 2, 3, None, 0], [5, 4, 3, 4, 6, Stubborn(), 1],
              [2 ** 70, 255, 2 ** 70, Stubborn()], [1, Stubborn()], [Stubborn(), 2, 1]):
    for reverse in False, True:
        for key in None, lambda item: item:
            tried = items[:]
            try:
                tried.sort(key=key, reverse=reverse)
            except TypeError as error:
                print(error, end=' ')
            print(tried)
calls = []


def key(item):
    calls.append(item)
    return 1 / item


tried = [3, 2, 0, 1]
try:
    tried.sort(key=key)
except ZeroDivisionError as error:
    print(error, tried, calls)
