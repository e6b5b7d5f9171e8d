"""Names of `urllib.request`. The playground has no network."""

__all__ = ['Request', 'build_opener', 'getproxies', 'install_opener',
           'pathname2url', 'url2pathname', 'urlopen', 'urlretrieve']

from urllib.error import URLError
from urllib.parse import quote, unquote, urlsplit


class Request:
    """What would be asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None,
                 unverifiable=False, method=None):
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError(f'unknown url type: {url!r}')
        self.full_url = url
        self.type, self.host = parts.scheme, parts.netloc
        self.selector = url[len(f'{parts.scheme}://{parts.netloc}'):] or '/'
        self.data = data
        self.headers = {key.capitalize(): value
                        for key, value in headers.items()}
        self.origin_req_host = origin_req_host or parts.hostname
        self.unverifiable = unverifiable
        if method:
            self.method = method

    def get_method(self):
        default = 'POST' if self.data is not None else 'GET'
        return getattr(self, 'method', default)

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def header_items(self):
        return list(self.headers.items())


def urlopen(url, data=None, timeout=None, **kwargs):
    raise URLError('the playground has no network')


urlretrieve = urlopen


def build_opener(*handlers):
    raise URLError('the playground has no network')


def install_opener(opener):
    raise URLError('the playground has no network')


def getproxies():
    return {}


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)
