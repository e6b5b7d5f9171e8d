# Long byte arrays are broken like bytes.
import pprint

for size in (0, 4, 9, 10, 30):
    for width in (10, 20, 40):
        pprint.pprint(bytearray(size), width=width)
        pprint.pprint([bytearray(b"a" * size), {"k": bytearray(b" ab" * size)}], width=width)
