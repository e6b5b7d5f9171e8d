# configparser's errors show no inner ones; mimetypes begins anew; copies and parts of numbers and addresses.
import configparser
import copy
import fractions
import ipaddress
import mimetypes
import os
import tempfile

parser = configparser.ConfigParser()
for wrong in [lambda: parser.options('x'), lambda: parser.set('x', 'a', 'b'), lambda: parser.remove_option('x', 'a'),
              lambda: parser.get('x', 'a'), lambda: parser.items('x')]:
    try:
        wrong()
    except configparser.NoSectionError as error:
        print(error, error.__suppress_context__)


class Bare(configparser.ConfigParser):
    _DEFAULT_INTERPOLATION = None


bare = Bare()
bare.read_string('[a]\nb = %(c)s\n')
print(bare['a']['b'])

mimetypes.add_type('foo/bar', '.foobar')
print(mimetypes.guess_extension('foo/bar'))
mimetypes.init()
print(mimetypes.guess_extension('foo/bar'), mimetypes.read_mime_types('no such file'))
path = os.path.join(tempfile.mkdtemp(), 'types')
with open(path, 'w') as file:
    file.write('x-a/b cd ef  # said so\n')
print(mimetypes.read_mime_types(path)['.ef'], mimetypes.guess_type('x.ef'))


class Part(fractions.Fraction):
    pass


part, third = Part(1, 3), fractions.Fraction(1, 3)
print(copy.copy(part) is part, type(copy.deepcopy(part)).__name__, copy.copy(third) is third, copy.deepcopy(third) is third)
for wrong in (1j, '1'):
    try:
        fractions.Fraction.from_decimal(wrong)
    except TypeError as error:
        print(error)
print(ipaddress.ip_interface('fe80::1%eth0/64').ip, ipaddress.ip_interface('fe80::1%eth0/64'))
