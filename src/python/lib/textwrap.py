"""Filling, wrapping and indenting text."""

__all__ = ['TextWrapper', 'dedent', 'fill', 'indent', 'shorten', 'wrap']

_BLANKS = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Breaks text into lines of limited width."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='',
                 expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """The lines, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    # The steps below have the names that subclasses override them by.

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _BLANKS})
        return text

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def fill(self, text):
        """The lines as one text."""
        return '\n'.join(self.wrap(text))

    def _split(self, text):
        """Words and blanks between them, in turn; words broken at hyphens."""
        chunks = []
        at = 0
        while at < len(text):
            blank = text[at] in _BLANKS
            end = at
            while end < len(text) and (text[end] in _BLANKS) == blank:
                end += 1
            piece = text[at:end]
            if blank or not self.break_on_hyphens:
                chunks.append(piece)
            else:
                chunks.extend(_broken_at_hyphens(piece))
            at = end
        return chunks

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            first = (self.subsequent_indent if self.max_lines > 1
                     else self.initial_indent)
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            rest = chunks and not (
                self.drop_whitespace and len(chunks) == 1
                and not chunks[0].strip())
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or not rest and length <= width):
                lines.append(indent + ''.join(line))
                continue
            self._end_early(lines, line, length, indent, width)
            break
        return lines

    def _end_early(self, lines, line, length, indent, width):
        """Puts the placeholder behind as much of the last line as fits."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _handle_long_word(self, chunks, line, length, width):
        """Puts the part of a word that fits on the line, or the whole word."""
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            word = chunks[-1]
            end = space
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind('-', 0, space)
                if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _fix_sentence_endings(self, chunks):
        """Two blanks after what looks like the end of a sentence."""
        for index in range(len(chunks) - 1):
            word = chunks[index].rstrip('"\'')
            if (chunks[index + 1] == ' ' and len(word) > 1
                    and word[-1] in '.!?' and word[-2].islower()
                    and word[-2].isascii()):
                chunks[index + 1] = '  '


def _is_letter(c):
    return c.isalpha() or c == '_'


def _ends_part(before):
    """Whether a hyphen behind these characters may end a part."""
    if _is_letter(before[-1]):
        if len(before) > 1 and _is_letter(before[-2]):
            return True
    elif not (before[-1].isalnum() or before[-1] in '_!"\'&.,?'):
        return False
    return len(before) > 2 and before[-2] == '-' and _is_letter(before[-3])


def _broken_at_hyphens(word):
    """A word in parts that may stand on different lines."""
    parts = []
    start = 0
    at = 1
    while at < len(word):
        if word[at] != '-':
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == '-':
            end += 1
        if end - at >= 2:
            # A dash stands between words, if something is on both sides.
            before = word[at - 1]
            if (end < len(word) and (word[end].isalnum() or word[end] == '_')
                    and (before.isalnum() or before in '_!"\'&.,?')):
                if at > start:
                    parts.append(word[start:at])
                parts.append(word[at:end])
                start = end
            at = end + 1
            continue
        # A hyphen ends a part when two letters are before it (or a letter, a
        # hyphen and one character) and two behind it, perhaps with a hyphen
        # between.
        before = word[max(at - 3, 0):at]
        after = word[end:end + 3]
        if (_ends_part(before) and len(after) >= 2 and _is_letter(after[0])
                and (_is_letter(after[1]) or after[1] == '-'
                     and len(after) > 2 and _is_letter(after[2]))):
            parts.append(word[start:end])
            start = end
        at = end + 1
    if start < len(word):
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    """The lines of `text`, none longer than `width`."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """`text` broken into lines."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """`text` with single blanks, cut off behind a word if it is too long."""
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(' '.join(text.strip().split()))


def dedent(text):
    """`text` without the blanks that all its lines begin with."""
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        blanks = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = blanks
        else:
            common = 0
            while (common < len(margin) and common < len(blanks)
                   and margin[common] == blanks[common]):
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Puts `prefix` before each line that is not empty."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line
                   for line in text.splitlines(True))
