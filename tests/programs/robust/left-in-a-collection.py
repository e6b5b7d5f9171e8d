"""`os._exit` in the end of garbage."""
import gc
import os


class Leaves:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("leaving", flush=True)
        os._exit(12)


Leaves()
try:
    gc.collect()
    print("never")
finally:
    print("never")
