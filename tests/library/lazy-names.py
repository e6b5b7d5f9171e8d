"""Names that a module may load only when they are asked for look like others."""

import asyncio
import collections
import csv
import heapq
import inspect
import io
import os
import re
import time
import traceback
import unittest
import urllib.parse

for module, name in (
        (re, 'finall'), (collections, 'counter'), (os, 'getcdw'),
        (inspect, 'signatur'), (heapq, 'heappsh'), (csv, 'Snifer'),
        (asyncio, 'creat_task'), (asyncio, 'Quue'), (re, 'scanner')):
    try:
        getattr(module, name)
    except AttributeError as error:
        frames = traceback.extract_tb(error.__traceback__)
        print(error, '|', error.name, error.obj is module, len(frames))


def missing(module, names):
    listed = dir(module)
    print(module.__name__, [name for name in names.split() if name not in listed])


missing(inspect, 'signature Parameter getmembers getsource stack getdoc')
missing(collections, 'Counter ChainMap UserDict UserList UserString abc deque')
missing(os, 'listdir walk getcwd scandir path environ fork system')
missing(asyncio, 'Queue Lock timeout to_thread locks staggered constants')
missing(heapq, 'heapify _heapify_max')
missing(csv, 'Sniffer reader')
missing(io, 'TextIOWrapper StringIO')
missing(re, 'Scanner')
missing(unittest, 'IsolatedAsyncioTestCase')
missing(urllib.parse, 'splittype unwrap')
private = 'DAYS EPOCH MONTHS date_of day_number day_of_year index weekday'
print([name for name in dir(time) if name in private.split()])

for module, names in (
        ('inspect', 'signature Parameter getmembers stack isfunction'),
        ('os', 'listdir walk getcwd path environ'),
        ('collections', 'Counter UserDict deque'),
        ('asyncio', 'Queue gather timeout')):
    namespace = {}
    exec(f'from {module} import *', namespace)
    print(module, [name for name in names.split() if name not in namespace])

print(re.Scanner, csv.Sniffer, collections.abc.Mapping)
print(hasattr(re, 'nope'), getattr(os, 'nope', 3))

# Only the library's modules have such a table.
__lazy__ = {'math': 'pi'}
main = __import__('__main__')
print(hasattr(main, 'pi'), '__lazy__' in dir(), '__lazy__' in dir(main))
