# Addresses of both versions: what texts mean, and what can be asked.
from ipaddress import *

for text in ('192.168.0.1', '::1', '2001:db8::ff00:42:8329', '1.2.3', '1.2.3.256',
             '1.2.3.04', '1::2::3', '12345::', ':1', 'fe80::1%eth0', ''):
    for cls in (IPv4Address, IPv6Address):
        try:
            print(repr(cls(text)))
        except AddressValueError as problem:
            print(cls.__name__, problem)
try:
    ip_address('abc')
except ValueError as problem:
    print(problem)
a = ip_address('10.0.0.1')
print(a + 1, a - 1, int(a), a.packed, a.reverse_pointer, a < IPv4Address('10.0.0.2'))
print(f'{a:b} {a:#x} {a:_n} {a:>15s}')
for text in ('127.0.0.1', '8.8.8.8', '169.254.1.1', '224.0.0.1', '100.64.0.1', '::', 'ff02::1',
             'fe80::1', '2001:4860:4860::8888', '::ffff:10.0.0.1'):
    x = ip_address(text)
    print(text, x.is_private, x.is_global, x.is_loopback, x.is_multicast, x.is_link_local,
          x.is_reserved, x.is_unspecified, x.exploded)
print(ip_address('2002:102:304::').sixtofour, ip_address('2001:0:1:2::3').teredo)
try:
    print(a < ip_address('::1'))
except TypeError as problem:
    print(problem)
print(ip_address(b'abcd'), ip_address(5), ip_address(2 ** 40), {a: 1}[IPv4Address('10.0.0.1')])
