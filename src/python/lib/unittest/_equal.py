"""Assertions that two values are equal, and how they differ."""

import difflib
import pprint

from .util import _common_shorten_repr, count_differences, safe_repr


def _changes(first, second):
    """The lines of two values, with what differs."""
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(),
                                          pprint.pformat(second).splitlines()))


class EqualityAsserts:
    """`assertEqual` and what it uses for the types that it knows."""

    maxDiff = 80 * 8
    # Longer texts are not compared line by line.
    _diffThreshold = 2**16

    _type_equality_names = {
        dict: 'assertDictEqual', list: 'assertListEqual',
        tuple: 'assertTupleEqual', set: 'assertSetEqual',
        frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        """Has `assertEqual` use a function for two objects of a type."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if isinstance(function, str):
                function = getattr(self, function)
            if function is not None:
                return function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            left, right = _common_shorten_repr(first, second)
            self.fail(self._formatMessage(msg, f'{left} != {right}'))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self.fail(self._formatMessage(
                msg, f'{safe_repr(first)} == {safe_repr(second)}'))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return (f'{message}\nDiff is {len(diff)} characters long. Set '
                'self.maxDiff to None to see it.')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Equal item by item; `seq_type` is what both must be."""
        kind = 'sequence'
        if seq_type is not None:
            kind = seq_type.__name__
            for which, items in (('First', seq1), ('Second', seq2)):
                if not isinstance(items, seq_type):
                    raise self.failureException(
                        f'{which} sequence is not a {kind}: '
                        f'{safe_repr(items)}')
        text = None
        lengths = []
        for which, items in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(items))
            except (TypeError, NotImplementedError):
                text = text or f'{which} {kind} has no length.    Non-sequence?'
        if text is None:
            if seq1 == seq2:
                return
            left, right = _common_shorten_repr(seq1, seq2)
            text = f'{kind.capitalize()}s differ: {left} != {right}\n'
            difference = self.__first_difference(seq1, seq2, kind, lengths)
            if (not difference and seq_type is None
                    and type(seq1) is not type(seq2)):
                return  # The same items in sequences of two kinds.
            text += difference
        self.fail(self._formatMessage(
            msg, self._truncateMessage(text, _changes(seq1, seq2))))

    def __first_difference(self, seq1, seq2, kind, lengths):
        text = ''
        for at in range(min(lengths)):
            try:
                one = seq1[at]
            except (TypeError, IndexError, NotImplementedError):
                text += f'\nUnable to index element {at} of first {kind}\n'
                break
            try:
                other = seq2[at]
            except (TypeError, IndexError, NotImplementedError):
                text += f'\nUnable to index element {at} of second {kind}\n'
                break
            if one != other:
                left, right = _common_shorten_repr(one, other)
                text += f'\nFirst differing element {at}:\n{left}\n{right}\n'
                break
        else:
            if lengths[0] == lengths[1] and type(seq1) is not type(seq2):
                return text
        if lengths[0] != lengths[1]:
            longer = lengths[1] > lengths[0]
            which, items = ('Second', seq2) if longer else ('First', seq1)
            at = min(lengths)
            text += (f'\n{which} {kind} contains '
                     f'{max(lengths) - at} additional elements.\n')
            try:
                item = safe_repr(items[at])
                text += f'First extra element {at}:\n{item}\n'
            except (TypeError, IndexError, NotImplementedError):
                text += (f'Unable to index element {at} of {which.lower()} '
                         f'{kind}\n')
        return text

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only = []
        for which, one, other in (('first', set1, set2),
                                  ('second', set2, set1)):
            try:
                only.append(one.difference(other))
            except TypeError as problem:
                self.fail('invalid type when attempting set difference: '
                          f'{problem}')
            except AttributeError as problem:
                self.fail(f'{which} argument does not support set '
                          f'difference: {problem}')
        if not only[0] and not only[1]:
            return
        lines = []
        for which, other, items in (('first', 'second', only[0]),
                                    ('second', 'first', only[1])):
            if items:
                lines.append(f'Items in the {which} set but not the {other}:')
                lines.extend(map(repr, items))
        self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            left, right = _common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(
                f'{left} != {right}', _changes(d1, d2))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        old = first.splitlines(keepends=True)
        new = second.splitlines(keepends=True)
        if len(old) == 1 and first.strip('\r\n') == first:
            old, new = [first + '\n'], [second + '\n']
        left, right = _common_shorten_repr(first, second)
        self.fail(self._formatMessage(msg, self._truncateMessage(
            f'{left} != {right}', '\n' + ''.join(difflib.ndiff(old, new)))))

    def assertCountEqual(self, first, second, msg=None):
        """The same items, as often, in any order."""
        differences = count_differences(list(first), list(second))
        if differences:
            lines = [f'First has {found.actual}, Second has '
                     f'{found.expected}:  {found.value!r}'
                     for found in differences]
            self.fail(self._formatMessage(msg, self._truncateMessage(
                'Element counts were not equal:\n', '\n'.join(lines))))


__unittest = True
