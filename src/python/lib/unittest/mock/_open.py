"""`mock_open`: stands in for `open`."""

import io

from ._calls import DEFAULT
from ._magics import MagicMock


def mock_open(mock=None, read_data=''):
    """A mock for `open`; `read_data` is what the file has."""
    file_names = list(dir(io.TextIOWrapper))
    file_names += [name for name in dir(io.BytesIO)
                   if name not in file_names]
    state = [None]

    def start():
        data = read_data
        return io.BytesIO(data) if isinstance(data, bytes) else (
            io.StringIO(data, newline='\n'))

    def reader(name):
        def read(*args, **kwargs):
            value = getattr(handle, name)._mock_return_value
            if value is not None and value is not DEFAULT:
                return value
            return getattr(state[0], name)(*args, **kwargs)
        return read

    def lines(*args):
        value = handle.readline._mock_return_value
        if value is not None and value is not DEFAULT:
            while True:
                yield value
        yield from state[0]

    def next_line():
        return next(state[0])

    if mock is None:
        mock = MagicMock(name='open', spec=io.open)
    handle = MagicMock(spec=file_names)
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.return_value = None
    handle.readline.return_value = None
    handle.readlines.return_value = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).side_effect = reader(name)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line

    def reset(*args, **kwargs):
        state[0] = start()
        return DEFAULT

    state[0] = start()
    mock.side_effect = reset
    mock.return_value = handle
    return mock
