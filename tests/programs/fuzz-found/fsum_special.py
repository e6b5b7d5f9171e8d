# Infinities of both signs are an error though a nan is there, and so is an overflow before them.
import math

inf, nan = float("inf"), float("nan")
for numbers in (
    [-inf, nan, inf],
    [inf, nan],
    [nan, 1.0],
    [inf, inf, 2.5],
    [inf, -inf],
    [1e308, 1e308, inf],
    [inf, 1e308, 1e308],
    [nan, 1e308, 1e308, -1e308],
    [1e16, 1.0, -1e16],
    [],
):
    try:
        print(numbers, math.fsum(numbers))
    except (ValueError, OverflowError) as error:
        print(numbers, type(error).__name__, error)
