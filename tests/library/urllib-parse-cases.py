# urllib.parse: splitting, joining, quoting and queries.
from urllib.parse import *

for source in r'''
urlparse('http://user:pw@host.com:8080/a/b;p?q=1&r=2#frag'), urlparse('//host/p').netloc, urlparse('mailto:a@b.c').path, urlparse('/p?q').query, urlparse(''), urlsplit('http://h/p;x?q#f'), urlparse('HTTP://H.com/X').scheme, urlparse('http://H.com').hostname
urlparse('http://u:p@h:80/x').port, urlparse('http://u:p@h:80/x').username, urlparse('http://u:p@h/x').password, urlparse('http://[::1]:80/').hostname, urlparse('http://h').port, urlparse('http://h/a').geturl(), urlparse('http://h/a')._replace(path='/b').geturl(), urlunparse(('http', 'h', '/p', '', 'q=1', 'f')), urlunsplit(('s', 'h', 'p', '', '')), urldefrag('http://h/p#f'), urldefrag('x').fragment
urljoin('http://h/a/b', 'c'), urljoin('http://h/a/b', '/c'), urljoin('http://h/a/b/', '../c'), urljoin('http://h/a', '//o/p'), urljoin('http://h/a?q', '?r'), urljoin('http://h/a', ''), urljoin('', 'x'), urljoin('http://h/a/b/c', './../d'), urljoin('http://h', 'a'), urljoin('http://h/a#f', '#g')
quote('a b/c?é&='), quote('a/b', safe=''), quote('~-_.'), quote_plus('a b+c/é'), unquote('a%20b%C3%A9%zz+'), unquote_plus('a+b%2B'), quote(b'\xff a'), unquote_to_bytes('a%FF'), unquote('%ff'), quote('é', encoding='latin-1'), unquote('%E9', encoding='latin-1'), quote('')
urlencode({'a': 1, 'b c': 'd&é'}), urlencode([('a', 1), ('a', 2)]), urlencode({'a': [1, 2]}, doseq=True), urlencode({'a': [1, 2]}), urlencode({'a': 'x y'}, quote_via=quote), urlencode({}), urlencode({'a': b'b'})
parse_qs('a=1&a=2&b=&c'), parse_qs('b=', keep_blank_values=True), parse_qsl('a=1&b=2%20x+y'), parse_qs(''), parse_qs('a=1;b=2'), parse_qsl('a=1;b=2', separator=';')
urlparse('http://h:x/').port
urlparse('http://h:99999/').port
urlparse('http://[::1/')
urlencode(5)
urlencode('ab')
quote(5)
parse_qs('a=1', strict_parsing=True), 1
parse_qs('a', strict_parsing=True)
parse_qsl('a=1&b=2', max_num_fields=1)
urljoin(5, 'a') if False else ''
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
