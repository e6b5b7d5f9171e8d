"""Containers beyond list, dict, set and tuple."""

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']

from _collections import OrderedDict, defaultdict, deque

from ._named_tuple import namedtuple

__lazy__ = {'_counter': 'Counter', '_chain_map': 'ChainMap', 'abc': '',
            '_user': 'UserDict UserList UserString'}
