# A dict with tuples as keys: N generations of life on an endless plane.
N = 80

R_PENTOMINO = [".XX", "XX.", ".X."]


def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = (x + dx, y + dy)
                    near[place] = near.get(place, 0) + 1
    return {place: True for place in near if near[place] == 3 or (near[place] == 2 and place in cells)}


def main():
    cells = {}
    for y, row in enumerate(R_PENTOMINO):
        for x, letter in enumerate(row):
            if letter == "X":
                cells[(x, y)] = True
    for _ in range(N):
        cells = step(cells)
    places = sorted(cells)
    return "tuple_keys " + str(len(places)) + " " + str(places[0]) + " " + str(sum([x * y for x, y in places]))
