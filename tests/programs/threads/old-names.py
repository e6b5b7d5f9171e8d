"""Names from before Python 2.6 work and warn."""

import threading
import warnings

thread = threading.Thread(name='a')
event = threading.Event()
condition = threading.Condition()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(threading.currentThread().getName(), threading.activeCount())
    thread.setName('b')
    thread.setDaemon(True)
    print(thread.getName(), thread.isDaemon(), thread.name, thread.daemon)
    print(event.isSet())
    with condition:
        condition.notifyAll()
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno,
          warning.filename == __file__)
