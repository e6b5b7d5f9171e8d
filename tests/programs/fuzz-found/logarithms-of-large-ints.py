# Logarithms of ints that fit a float are those of the float.
import math

for bits in [62, 63, 64, 70, 100, 500, 1000, 1023, 1024, 1100, 5000]:
    for number in [2**bits, 2**bits - 1, 3**bits // 7, 10**bits]:
        print(bits, math.log(number), math.log2(number), math.log10(number), math.log(number, 7))
