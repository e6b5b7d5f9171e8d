"""How large the terminal is: there is none, but programs ask."""


class terminal_size(tuple):
    """Columns and lines."""

    __slots__ = ()
    n_fields = n_sequence_fields = 2
    n_unnamed_fields = 0
    __match_args__ = ('columns', 'lines')

    def __new__(cls, sequence, dict=None):
        items = tuple(sequence)
        if len(items) != 2:
            raise TypeError('os.terminal_size() takes a 2-sequence '
                            f'({len(items)}-sequence given)')
        return super().__new__(cls, items)

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]!r}, lines={self[1]!r})'


terminal_size.__module__ = 'os'


def get_terminal_size(fd=1, /):
    """The playground's output is taken for 80 columns."""
    return terminal_size((80, 24))
