# MemoryError: a few objects that keep many pages count as what they keep.
kept = []
try:
    for size in range(1, 60):
        some = [bytes(8 * size) for _ in range(40_000_000 // (8 * size + 60))]
        kept.append(some[::200])
        del some
    print("done")
except MemoryError:
    print("MemoryError")
