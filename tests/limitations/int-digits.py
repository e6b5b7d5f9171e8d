import sys

sys.set_int_max_str_digits(0)
try:
    print(len(str(10 ** 200_000)))
except ValueError as error:
    print(error)
