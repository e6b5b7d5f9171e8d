# Networks: their addresses, parts and neighbours.
from ipaddress import *

net = ip_network('192.168.0.0/29')
print(net, net.netmask, net.hostmask, net.num_addresses, net.broadcast_address, net.with_netmask)
print([str(host) for host in net.hosts()], net[1], net[-1], ip_address('192.168.0.3') in net)
print(list(net.subnets()), list(net.subnets(new_prefix=31))[-1], net.supernet(prefixlen_diff=5))
print(list(net.address_exclude(ip_network('192.168.0.2/32'))))
print(net.overlaps(ip_network('192.168.0.4/30')), net.subnet_of(ip_network('192.168.0.0/16')))
for text in ('10.0.0.1/8', '10.0.0.0/33', '10.0.0.0/0.255.255.255', '10.0.0.0/255.0.255.0',
             '::/129', '10.0.0.0/8/9', 'x/8'):
    try:
        print(ip_network(text))
    except ValueError as problem:
        print(type(problem).__name__, problem)
print(ip_network('10.0.0.1/8', strict=False), ip_network(('10.0.0.0', 8)))
print(list(collapse_addresses(map(ip_network, ('10.0.0.0/30', '10.0.0.4/30', '10.0.0.8/32')))))
first, last = ip_address('10.0.0.1'), ip_address('10.0.0.9')
print(list(summarize_address_range(first, last)))
face = ip_interface('10.0.0.7/24')
print(repr(face), face.ip, face.network, face.with_hostmask, face == ip_address('10.0.0.7'))
mixed = [ip_network('10.0.0.0/8'), ip_address('10.0.0.1'), ip_network('::/1')]
print(sorted(mixed, key=get_mixed_type_key))
for wrong in ('list(net.subnets(new_prefix=3))', 'net[9]', 'net.supernet(99)',
              "list(net.address_exclude(ip_network('11.0.0.0/32')))"):
    try:
        eval(wrong)
    except (ValueError, IndexError) as problem:
        print(problem)
