# The limit on the digits of ints can be changed.
import sys

print(sys.get_int_max_str_digits())
for limit in (100, -1, 640, 5000, 0):
    try:
        sys.set_int_max_str_digits(limit)
    except ValueError as error:
        print(error)
        continue
    print(sys.get_int_max_str_digits())
    for digits in (640, 641, 5001, 20000):
        try:
            print(len(str(10 ** (digits - 1))), int('9' * digits) % 1000)
        except ValueError as error:
            print(error)
sys.set_int_max_str_digits(maxdigits=1000)
try:
    eval('9' * 1001)
except SyntaxError as error:
    print(error.msg)
