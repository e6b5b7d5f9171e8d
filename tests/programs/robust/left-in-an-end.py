"""`os._exit` where what is raised is only reported elsewhere."""
import os


class Leaves:
    def __del__(self):
        print("leaving", flush=True)
        os._exit(7)


class Other:
    def __del__(self):
        print("never")


other = Other()
leaves = Leaves()
try:
    del leaves
    print("never")
except BaseException:
    print("never")
finally:
    print("never")
