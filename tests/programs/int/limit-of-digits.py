import sys

print(sys.get_int_max_str_digits())
try:
    str(10**4300)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(5000)
print(len(str(10**4999)), sys.get_int_max_str_digits())
try:
    str(10**5000)
except ValueError as error:
    print(error)
try:
    int('1' * 5001)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(10**6000)), int('1' * 7000) % 7, f'{10**5500:d}'[:3])
for wrong in (1, 639, -1, 'a', 1.5, None):
    try:
        sys.set_int_max_str_digits(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
sys.set_int_max_str_digits(maxdigits=640)
print(sys.get_int_max_str_digits())
try:
    str(10**640)
except ValueError as error:
    print(error)
