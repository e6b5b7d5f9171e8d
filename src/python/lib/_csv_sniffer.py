"""Guessing how a table is written."""

import re
from collections import Counter
from io import StringIO

from csv import QUOTE_MINIMAL, Dialect, Error, reader

# A field in quotes, what may separate fields, and the ends of a line.
_QUOTED = r'(?P<quote>["\']).*?(?P=quote)'
_BETWEEN = r'(?P<delim>[^\w\n"\'])(?P<space> ?)'
_START, _END = r'(?:^|\n)', r'(?:$|\n)'
_SURROUNDINGS = (_BETWEEN + _QUOTED + '(?P=delim)', _START + _QUOTED + _BETWEEN,
                 _BETWEEN + _QUOTED + _END, _START + _QUOTED + _END)

_PART = 10
_HEADER_ROWS = 21


class Sniffer:
    """Guesses how a table is written."""

    def __init__(self):
        # In case that several signs are as likely.
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """The dialect of a text; only `delimiters` are thought of."""
        quote, doubled, sign, spaced = self._from_quotes(sample, delimiters)
        if not sign:
            sign, spaced = self._from_counts(sample, delimiters)
        if not sign:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
            doublequote = doubled
            delimiter = sign
            quotechar = quote or '"'
            skipinitialspace = spaced
        return dialect

    def _from_quotes(self, sample, delimiters):
        """Quote, whether it is doubled, delimiter and whether a space follows
        that, from what is around fields in quotes."""
        for surrounding in _SURROUNDINGS:
            found = [match.groupdict() for match in re.finditer(
                surrounding, sample, re.DOTALL | re.MULTILINE)]
            if found:
                break
        else:
            return '', False, None, False
        quote = Counter(one['quote'] for one in found).most_common(1)[0][0]
        signs = Counter(one['delim'] for one in found if one.get('delim')
                        and (delimiters is None or one['delim'] in delimiters))
        delimiter, spaced = '', False
        if signs:
            delimiter, count = signs.most_common(1)[0]
            spaced = count == sum(bool(one['space']) for one in found)
        end = re.escape(delimiter)
        inner = rf'[^{end}\n]*'
        doubled = re.search(
            rf'(?:{end}|^)\W*{quote}{inner}{quote}{inner}{quote}\W*(?:{end}|$)',
            sample, re.MULTILINE)
        return quote, doubled is not None, delimiter, spaced

    def _from_counts(self, sample, delimiters):
        """The sign that is as often in nearly every line."""
        lines = [line for line in sample.split('\n') if line]
        counts = {chr(code): Counter() for code in range(127)}
        likely = {}
        for start in range(0, len(lines), _PART):
            part = lines[start:start + _PART]
            for line in part:
                for sign, times in counts.items():
                    times[line.count(sign)] += 1
            likely = _regular(counts, start + len(part), delimiters)
            if len(likely) == 1:
                break
        for sign in [*likely] if len(likely) == 1 else self.preferred:
            if sign in likely:
                break
        else:
            if not likely:
                return '', False
            sign = max(likely, key=lambda sign: (likely[sign], sign))
        spaced = lines[0].count(sign) == lines[0].count(sign + ' ')
        return sign, spaced

    def has_header(self, sample):
        """Whether the first row is of another kind than those below."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for _, row in zip(range(_HEADER_ROWS), rows):
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex if _is_number(row[column]) else len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    # No kind of its own.
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            name = header[column]
            alike = _is_number(name) if kind is complex else len(name) == kind
            votes += -1 if alike else 1
        return votes > 0


def _regular(counts, lines, delimiters):
    """The signs that are equally often in at least nine lines of ten, with
    that number and for how many lines more it holds than not."""
    modes = {}
    for sign, times in counts.items():
        number, count = max(times.items(), key=lambda item: item[1])
        surplus = count - (times.total() - count)
        if number and surplus > 0 and (delimiters is None
                                       or sign in delimiters):
            modes[sign] = number, surplus
    for percent in range(100, 89, -1):
        found = {sign: mode for sign, mode in modes.items()
                 if mode[1] / lines >= percent / 100}
        if found:
            return found
    return {}


def _is_number(text):
    try:
        complex(text)
    except (ValueError, OverflowError):
        return False
    return True


Sniffer.__module__ = 'csv'
