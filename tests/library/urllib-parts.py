# Addresses: bytes, hosts, parameters, schemes of the program's own, old functions.
import warnings
from urllib import parse

result = parse.urlparse(b'HTTP://User:p%40@Host.Example:80/a;b/c;d?q=1#f')
print(result, result.hostname, result.port, result.username, result.password)
print(result.decode() == parse.urlparse(result.geturl().decode()), result.decode().encode() == result)
print(parse.urlsplit('//[fe80::1%Eth0]:22/x').hostname, parse.urlsplit('tel:1-2;ext=3'),
      parse.urlparse('tel:1-2;ext=3').params)
print(parse.urljoin(b'http://a/b/c/d;p?q', b'../g;x?y#s'), parse.urljoin('http://a/b//c/', './/../e'),
      parse.urljoin('http://a/b/c;p?q', ''), parse.urljoin('mailto:x', 'y'), parse.urljoin('http:a', 'b'))
print(parse.urldefrag(b'http://a/b#c'), parse.urlunsplit(('file', '', '/tmp/x', '', '')))
parse.uses_relative.append('my')
parse.uses_netloc.append('my')
print(parse.urljoin('my://host/a/b', '../c'))
print(parse.unquote('é%C3%A9', 'latin-1'), parse.unquote('%zz%4'), parse.quote('a é/', safe=b'/', encoding='latin-1'),
      parse.quote_plus(b'a b&', safe=b'&'), parse.unquote_to_bytes('%00é'))
print(parse.parse_qsl(b'a=1&b=%20+&c'), parse.parse_qs('a=1;a=2', separator=';'),
      parse.parse_qsl(b'x=1;y=2', separator=b';', keep_blank_values=True))
print(parse.urlencode({'a': [1, 'é'], b'b': b' '}, doseq=True), parse.urlencode([('x', (1, 2))]))
for wrong in [lambda: parse.urljoin('http://a', b'b'), lambda: parse.urlsplit('http://[1.2.3.4]/'),
              lambda: parse.urlsplit('http://[v1]/'), lambda: parse.urlsplit('http://a[b'),
              lambda: parse.urlsplit('http://ex\u2100mple.com'), lambda: parse.urlsplit('//h:x').port,
              lambda: parse.urlsplit('//h:70000').port, lambda: parse.quote(b'x', errors='strict'),
              lambda: parse.urlencode('text'), lambda: parse.urlencode(iter([])),
              lambda: parse.parse_qsl('a', strict_parsing=True), lambda: parse.parse_qsl('a&b', max_num_fields=1),
              lambda: parse.parse_qsl('a', separator=''), lambda: parse.unquote(3), lambda: parse.to_bytes('é')]:
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            print(wrong())
        except Exception as error:
            print(type(error).__name__, error)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(parse.splithost('//a:1/b'), parse.splitport('a:80'), parse.splituser('u:p@h'), parse.splittype('X:y'),
          parse.splitnport('h:z'), parse.splitattr('/p;a=1;b'), parse.splitquery('a?b?c'), parse.splitvalue('a'))
    print(*{str(one.message) for one in seen if 'host' in str(one.message)})
print(parse.unwrap('<URL:http://x>'))
