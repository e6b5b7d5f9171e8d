import tracemalloc
tracemalloc.start()
data = [str(number) for number in range(1000)]
snapshot = tracemalloc.take_snapshot()
current, peak = tracemalloc.get_traced_memory()
print(current > 0, peak > 0)
print(len(snapshot.statistics('lineno')) > 0)
