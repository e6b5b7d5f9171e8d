"""What the playground is."""

from os import uname


def python_version():
    import sys
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_implementation():
    return 'CPython'


def python_compiler():
    return 'Coroscope'


def system():
    return uname().sysname


def node():
    return uname().nodename


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(*args):
    return '32bit', ''


def platform(aliased=False, terse=False):
    return f'{system()}-{release()}-{machine()}'
