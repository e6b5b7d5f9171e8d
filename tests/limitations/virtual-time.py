import time
start = time.perf_counter()
sum(range(10_000))
print(time.perf_counter() > start)
