try:
    print((1 << 40_000_000).bit_length())
except MemoryError:
    print('MemoryError')
