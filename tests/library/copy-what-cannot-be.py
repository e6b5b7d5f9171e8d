# Locks do not travel; namespaces do. Plain objects take no weak references.
import copy
import pickle
import queue
import threading
import types
import weakref

space = types.SimpleNamespace(a=1, b=[2])
again = pickle.loads(pickle.dumps(space))
print(again, again == space, again.b is space.b, space.__reduce__())
print(copy.copy(space), copy.deepcopy(space).b is space.b)
for action in (lambda: pickle.dumps(threading.Lock()),
               lambda: copy.deepcopy({'lock': threading.Lock()}),
               lambda: copy.copy(threading.RLock()),
               lambda: weakref.ref(object()),
               lambda: queue.Queue().get_nowait(),
               lambda: pickle.loads(pickle.dumps(open)) is open):
    try:
        print(action())
    except Exception as error:
        print(type(error), error)
