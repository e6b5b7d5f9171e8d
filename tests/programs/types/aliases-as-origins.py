# A generic alias has the attributes of its origin; it is copied and pickled as it is.
import copy
import itertools
import os
import pickle
import queue
import re

alias = dict[str, int]
print(alias.fromkeys('ab', 1), alias.get is not None, alias.__name__, alias.__len__({}), alias.__class__)
items = []
list[int].append(items, 3)
print(items, list[int].__module__, copy.copy(alias) == alias, pickle.loads(pickle.dumps(alias)) == alias)
star, = tuple[int, str]
print(star, star == tuple[int, str], copy.deepcopy(star) == star, pickle.loads(pickle.dumps(star)) == star)
print(re.Pattern[str], re.Match[str], itertools.chain[int], os.DirEntry[str])
try:
    queue.Queue().get(timeout=-1)
except ValueError as error:
    print(error)
try:
    alias.missing
except AttributeError as error:
    print(error)
print(isinstance(alias, type), alias.__origin__, alias.__args__, alias.__parameters__)
