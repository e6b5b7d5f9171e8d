# A range is a sequence for patterns, however large its numbers are.
def shape(subject):
    match subject:
        case []:
            return "empty"
        case [one]:
            return "one", one
        case [first, *_, last]:
            return first, last


print(shape(range(2**64)[-100:5]))
print(shape(range(2**70, 2**70 + 1)))
print(shape(range(2**70, 2**70 + 9, 2)))
print(shape(range(3)))
try:
    print(shape(range(2**70)))
except OverflowError as error:
    print(error)
