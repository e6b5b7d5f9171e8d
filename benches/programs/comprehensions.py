# Comprehensions of all kinds, nested and with conditions: N rounds over a small table.
N = 60


def main():
    total = 0
    for turn in range(N):
        table = [[row * column + turn for column in range(30)] for row in range(30)]
        flat = [cell for row in table for cell in row if cell % 3]
        by_rest = {rest: [cell for cell in flat if cell % 7 == rest] for rest in range(7)}
        known = {cell % 101 for cell in flat}
        total += sum(cell * 2 for cell in flat if cell in known)
        total += sum([len(by_rest[rest]) * rest for rest in by_rest]) + len(known)
    return "comprehensions " + str(total)
