"""Times a program (standard input) in this interpreter: prints its output and the times as JSON.

The repetitions are the argument. One warm-up run comes first; each run must print what it did.
"""
import contextlib
import io
import json
import statistics
import sys
import time


def run(source):
    out = io.StringIO()
    began = time.perf_counter()
    with contextlib.redirect_stdout(out):
        exec(compile(source, "<bench>", "exec"), {"__name__": "__main__"})
    return out.getvalue(), (time.perf_counter() - began) * 1000


source = sys.stdin.read()
stdout, _ = run(source)
times = []
for _ in range(int(sys.argv[1])):
    again, time_taken = run(source)
    assert again == stdout, "two runs printed different things"
    times.append(time_taken)
print(json.dumps({"stdout": stdout, "median": statistics.median(times), "times": times}))
