"""Where memory was taken, as far as this interpreter knows.

It knows which calls made a generator or a coroutine, if tracing was on by
then. Sizes are not counted: they would differ between a run in the browser,
one on the command line and one that is looked at, which are to print the
same. So snapshots are empty; what can be done with one works with any.
"""

import functools
import linecache
from _tracemalloc import (clear_traces, get_traceback_limit,  # noqa: F401
                          is_tracing, made_by, start, stop)

_UNITS = 'B', 'KiB', 'MiB', 'GiB', 'TiB'


def get_traced_memory():
    """What is taken now, and the most there was: not counted."""
    return 0, 0


def get_tracemalloc_memory():
    """What tracing itself takes: not counted."""
    return 0


def reset_peak():
    """Forgets what the most was."""


def get_object_traceback(obj):
    """The calls that made an object, or None if nobody knows."""
    calls = made_by(obj)
    if calls is None:
        return None
    return Traceback([call[:2] for call in calls])


def take_snapshot():
    """What is known of all memory that is in use."""
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory '
                           'allocations to take a snapshot')
    return Snapshot([], get_traceback_limit())


def _size_text(size, sign=''):
    for unit in _UNITS:
        if abs(size) < 100 and unit != 'B':
            return f'{size:{sign}.1f} {unit}'
        if abs(size) < 10 * 1024 or unit == _UNITS[-1]:
            return f'{size:{sign}.0f} {unit}'
        size /= 1024


def _average_text(size, count):
    return f', average={_size_text(size / count)}' if count else ''


@functools.total_ordering
class Frame:
    """A line of a file."""

    __slots__ = '_frame',

    def __init__(self, frame):
        self._frame = frame

    filename = property(lambda self: self._frame[0])
    lineno = property(lambda self: self._frame[1])

    def __eq__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame == other._frame

    def __lt__(self, other):
        if not isinstance(other, Frame):
            return NotImplemented
        return self._frame < other._frame

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return f'{self.filename}:{self.lineno}'

    def __repr__(self):
        return f'<Frame filename={self.filename!r} lineno={self.lineno!r}>'


@functools.total_ordering
class Traceback:
    """A row of frames, the innermost last; it is made of them the other way
    round, as pairs of file and line."""

    __slots__ = '_frames', '_total_nframe'

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(frames)[::-1]
        self._total_nframe = total_nframe

    total_nframe = property(lambda self: self._total_nframe)

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        found = self._frames[index]
        if isinstance(index, slice):
            return tuple(map(Frame, found))
        return Frame(found)

    def __iter__(self):
        return map(Frame, self._frames)

    def __reversed__(self):
        return map(Frame, self._frames[::-1])

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __eq__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames == other._frames

    def __lt__(self, other):
        if not isinstance(other, Traceback):
            return NotImplemented
        return self._frames < other._frames

    def __hash__(self):
        return hash(self._frames)

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = ('' if self._total_nframe is None
                 else f' total_nframe={self._total_nframe}')
        return f'<Traceback {tuple(self)}{total}>'

    def format(self, limit=None, most_recent_first=False):
        """Lines of text, two for each frame whose source is at hand."""
        frames = self[:]
        if limit is not None:
            frames = frames[-limit:] if limit > 0 else frames[:limit]
        if most_recent_first:
            frames = frames[::-1]
        lines = []
        for frame in frames:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            source = linecache.getline(frame.filename, frame.lineno).strip()
            if source:
                lines.append('    ' + source)
        return lines


class Trace:
    """A piece of memory: its domain, size in bytes, frames with the innermost
    first, and how many frames there were."""

    __slots__ = '_trace',

    def __init__(self, trace):
        self._trace = trace

    domain = property(lambda self: self._trace[0])
    size = property(lambda self: self._trace[1])
    traceback = property(lambda self: Traceback(*self._trace[2:]))

    def __eq__(self, other):
        if not isinstance(other, Trace):
            return NotImplemented
        return self._trace == other._trace

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return f'{self.traceback}: {_size_text(self.size)}'

    def __repr__(self):
        return (f'<Trace domain={self.domain} size={_size_text(self.size)}, '
                f'traceback={self.traceback!r}>')


class _Traces:
    """The traces of a snapshot, as a sequence."""

    def __init__(self, traces):
        self._traces = tuple(traces)

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        found = self._traces[index]
        if isinstance(index, slice):
            return tuple(map(Trace, found))
        return Trace(found)

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        if not isinstance(other, _Traces):
            return NotImplemented
        return self._traces == other._traces

    def __repr__(self):
        return f'<Traces len={len(self)}>'


class Statistic:
    """What was taken at a place: bytes, and how many pieces."""

    __slots__ = 'traceback', 'size', 'count'

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def _key(self):
        return self.size, self.count, self.traceback

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        return (f'{self.traceback}: size={_size_text(self.size)}, '
                f'count={self.count}{_average_text(self.size, self.count)}')

    def __repr__(self):
        return (f'<Statistic traceback={self.traceback!r} size={self.size} '
                f'count={self.count}>')


class StatisticDiff(Statistic):
    """The same, and how much it differs from an earlier snapshot."""

    __slots__ = 'size_diff', 'count_diff'

    def __init__(self, traceback, size, size_diff, count, count_diff):
        super().__init__(traceback, size, count)
        self.size_diff = size_diff
        self.count_diff = count_diff

    def _key(self):
        return (abs(self.size_diff), self.size, abs(self.count_diff),
                self.count, self.traceback)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return (self._key() == other._key()
                and self.size_diff == other.size_diff
                and self.count_diff == other.count_diff)

    __hash__ = Statistic.__hash__

    def __str__(self):
        return (f'{self.traceback}: size={_size_text(self.size)} '
                f'({_size_text(self.size_diff, "+")}), count={self.count} '
                f'({self.count_diff:+}){_average_text(self.size, self.count)}')

    def __repr__(self):
        return (f'<StatisticDiff traceback={self.traceback!r} '
                f'size={self.size} ({self.size_diff:+}) '
                f'count={self.count} ({self.count_diff:+})>')


class BaseFilter:
    """Says which traces are kept."""

    def __init__(self, inclusive):
        self.inclusive = inclusive

    def _match(self, trace):
        return self._fits(trace) == bool(self.inclusive)


class Filter(BaseFilter):
    """By file, and perhaps line, of the innermost frame or of any."""

    def __init__(self, inclusive, filename_pattern, lineno=None,
                 all_frames=False, domain=None):
        super().__init__(inclusive)
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain
        self._pattern = _source_name(filename_pattern)

    filename_pattern = property(lambda self: self._pattern)

    def _fits(self, trace):
        domain, _, frames, *_ = trace
        if self.domain not in (None, domain):
            return False
        return any(map(self._fits_frame,
                       frames if self.all_frames else frames[:1]))

    def _fits_frame(self, frame):
        from fnmatch import fnmatch
        filename, lineno = frame
        return (self.lineno in (None, lineno)
                and fnmatch(_source_name(filename), self._pattern))


class DomainFilter(BaseFilter):
    """By the domain alone."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    domain = property(lambda self: self._domain)

    def _fits(self, trace):
        return trace[0] == self._domain


def _source_name(filename):
    from os.path import normcase
    filename = normcase(filename)
    return filename[:-1] if filename.endswith('.pyc') else filename


class Snapshot:
    """All traces of a moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def dump(self, filename):
        """Writes it to a file."""
        import pickle
        with open(filename, 'wb') as file:
            pickle.dump(self, file)

    @staticmethod
    def load(filename):
        """What was written by `dump`."""
        import pickle
        with open(filename, 'rb') as file:
            return pickle.load(file)

    def filter_traces(self, filters):
        """A snapshot of the traces that one of the inclusive filters, if there
        are any, and none of the others finds."""
        try:
            filters = list(filters)
        except TypeError:
            raise TypeError('filters must be a list of filters, not '
                            f'{type(filters).__name__}') from None
        finds = [each for each in filters if each.inclusive]
        hides = [each for each in filters if not each.inclusive]
        kept = [trace for trace in self.traces._traces
                if (not finds or any(each._match(trace) for each in finds))
                and all(each._match(trace) for each in hides)]
        return Snapshot(kept, self.traceback_limit)

    def statistics(self, key_type, cumulative=False):
        """What was taken where, the most first."""
        found = self._grouped(key_type, cumulative)
        return sorted((Statistic(where, size, count)
                       for where, (size, count) in found.items()),
                      key=Statistic._key, reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """What differs from an earlier snapshot, the most first."""
        new = self._grouped(key_type, cumulative)
        old = old_snapshot._grouped(key_type, cumulative)
        found = []
        for where in {**new, **old}:
            size, count = new.get(where, (0, 0))
            old_size, old_count = old.get(where, (0, 0))
            found.append(StatisticDiff(where, size, size - old_size, count,
                                       count - old_count))
        return sorted(found, key=StatisticDiff._key, reverse=True)

    def _grouped(self, key_type, cumulative):
        """Bytes and pieces by Traceback."""
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError(f'unknown key_type: {key_type!r}')
        if cumulative and key_type == 'traceback':
            raise ValueError("cumulative mode cannot by used with key type "
                             "'traceback'")
        groups = {}
        for _, size, frames, *_ in self.traces._traces:
            if key_type == 'traceback':
                places = [Traceback(frames)]
            else:
                # A place counts once, however often a call came by.
                places = {
                    Traceback([(file, line if key_type == 'lineno' else 0)])
                    for file, line in (frames if cumulative else frames[:1])}
            for where in places:
                known, count = groups.get(where, (0, 0))
                groups[where] = known + size, count + 1
        return groups
