# done: what was freed as one size is there for every other.
for size in range(1, 60):
    some = [bytes(8 * size) for _ in range(40_000_000 // (8 * size + 60))]
    del some
print("done")
