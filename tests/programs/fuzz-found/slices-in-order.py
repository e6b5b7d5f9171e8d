# Slices compare like tuples of their parts.
def show(text):
    try:
        print(text, "->", eval(text))
    except TypeError as error:
        print(text, "->", error)


a, b = slice(100), slice(100)
for text in [
    "a < b", "a <= b", "a == b", "a != b", "a < a", "a >= a", "a < slice(5)",
    "slice(1, 2) < slice(1, 3)", "slice(1, 2) > slice(1, 'x')", "slice(1) < slice(0, 1)",
    "max(a, b)", "sorted([slice(3), slice(2), slice(1)])", "min([[a], [slice(3)]])",
    "sorted([3, 1, 2], key=lambda q: slice(q % 2))", "(a, 1) < (b, 2)", "a < 1", "1 > a",
    "a.__lt__(b)", "a.__lt__(1)", "slice(1, 2, 3) >= slice(1, 2, 2)",
]:
    show(text)
