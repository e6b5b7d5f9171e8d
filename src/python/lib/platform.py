"""What the playground is."""

from collections import namedtuple

uname_result = namedtuple('uname_result', 'system node release version '
                          'machine processor')


def python_version():
    import sys
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_implementation():
    return 'CPython'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return '', ''


def python_compiler():
    return 'Coroscope'


def uname():
    from os import uname
    return uname_result(*uname(), processor())


def system():
    return uname().system


def node():
    return uname().node


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return '', ''


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
