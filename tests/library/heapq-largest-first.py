# Heaps with the largest item first: public since Python 3.14, here also by their older names.
import heapq

data = [5, 1, 8, 3, 9, 2, 9, 4]
heap = data[:]
heapq._heapify_max(heap)
print(heap)
print(heapq._heapreplace_max(heap, 6), heap)
print([heapq._heappop_max(heap) for _ in data], heap)
for function, arguments in ((heapq._heappop_max, ([],)), (heapq._heapreplace_max, ([], 1))):
    try:
        function(*arguments)
    except IndexError as error:
        print('IndexError')


class Item:
    """Only < is used."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


heap = [Item(value) for value in 'heapsort']
heapq._heapify_max(heap)
print(''.join([heapq._heappop_max(heap).value for _ in range(8)]))
