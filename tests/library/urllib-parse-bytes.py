# Addresses as bytes, joins that RFC 3986 leaves open, quoted text of other scripts.
from urllib.parse import (unquote, unquote_to_bytes, urldefrag, urljoin, urlparse, urlsplit,
                          urlunsplit, uses_netloc, uses_relative)


def tried(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except (TypeError, ValueError) as error:
        print(function.__name__, args, type(error).__name__, error)


for base in ('http://a/b/c/d;p?q', 'http://a//b///c', 'rel', '/abs/p', 'svc://h/p', b'http://a/b'):
    for relative in ('g;x', '../../g', '/../g', '?y', '', 'http:g', b'g'):
        tried(urljoin, base, relative)
for url in (b'http://u:p@H.com:80/a;b?c#d', 'http://[FE80::1%Eth0]:8080/', b'', 'x:y#z'):
    split = urlsplit(url)
    print(split, split.username, split.password, split.hostname, split.port)
    tried(urlparse, url)
    tried(urldefrag, url)
print(urlsplit('http://a/b').encode(), urlsplit(b'http://a/b').decode())
print(urldefrag(b'a#b').geturl(), type(urlsplit(b'')).__name__)
tried(urlsplit, b'a:b', 'x')
tried(urlunsplit, (b'a', b'', b'c', b'', b''))
tried(urlunsplit, ('a', '', b'c', '', ''))
print(urlunsplit(('file', '', '/x', '', '')), urlunsplit(('made', '', '/x', '', '')))
uses_relative.append('made')
uses_netloc.append('made')
print(urlunsplit(('made', '', '/x', '', '')), urljoin('made://h/p/q', 'r'))
for text in ('%41%zz%4', '%+1% 1', 'é%C3%A9', '%E4%ff', '%'):
    print(unquote(text), unquote(text, 'latin-1'), unquote_to_bytes(text))
