import sys
print(sys.getsizeof(''), sys.getsizeof([]), sys.getsizeof(1))
