# Numbers that do not fit: the words depend on what C reads first.
import struct
for order in '<>':
    for code in 'bBhHiIlLqQ':
        told = {}
        for value in (-1, 2**7, 2**16, 2**31, 2**32, 2**63, 2**64, -2**63 - 1):
            try:
                struct.pack(order + code, value)
            except struct.error as error:
                told.setdefault(str(error), []).append(value)
        print(order, code, told)
