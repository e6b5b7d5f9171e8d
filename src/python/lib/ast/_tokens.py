"""The tokens of a correct text, with places as trees have them."""

import io
import keyword
import tokenize

from ._nodes import AST

_SKIPPED = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING}
_SILENT = {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
NAME, NUMBER, STRING = tokenize.NAME, tokenize.NUMBER, tokenize.STRING
NEWLINE, END = tokenize.NEWLINE, tokenize.ENDMARKER
INDENT, DEDENT = tokenize.INDENT, tokenize.DEDENT
KEYWORDS = frozenset(keyword.kwlist)


class NotThis(Exception):
    """What was tried does not fit; only raised where something else does."""


class Tokens:
    """A place in the tokens of a text.

    `shift` is added to rows, and in the first row to columns: for the
    expressions inside of f-strings, which are texts of their own.
    """

    def __init__(self, text, shift=(0, 0)):
        self.text = text
        self.shift = shift
        self._lines = io.StringIO(text).readlines()
        self._plain = text.isascii()
        self.items = [
            item for item in tokenize.generate_tokens(
                io.StringIO(text).readline) if item.type not in _SKIPPED]
        self.at = 0
        self.end = (1, 0)

    @property
    def kind(self):
        return self.items[self.at].type

    @property
    def word(self):
        """The text of the next token; '' where it is only layout."""
        item = self.items[self.at]
        return '' if item.type == STRING else item.string

    def next(self):
        """Takes the next token."""
        item = self.items[self.at]
        self.at += 1
        if item.type not in _SILENT:
            self.end = item.end
        return item

    def take(self, word):
        """Takes the next token if it is that one."""
        item = self.items[self.at]
        if item.string != word or item.type == STRING:
            return False
        self.next()
        return True

    def need(self, word):
        if not self.take(word):
            raise NotThis(f'{word!r}, not {self.items[self.at]}')

    def name(self):
        """Takes an identifier."""
        if self.kind != NAME or self.word in KEYWORDS:
            raise NotThis(self.items[self.at])
        return self.next().string

    def mark(self):
        """Where the next token begins."""
        return self.items[self.at].start

    def save(self):
        return self.at, self.end

    def restore(self, saved):
        self.at, self.end = saved

    def attempt(self, parse):
        """What `parse` returns; None, and as before, if it does not fit."""
        saved = self.save()
        try:
            return parse()
        except NotThis:
            self.restore(saved)
            return None

    def place(self, place):
        """Row and column in the program's text, the latter in bytes."""
        row, column = place
        if not self._plain and row <= len(self._lines):
            column = len(self._lines[row - 1][:column].encode())
        if row == 1:
            column += self.shift[1]
        return row + self.shift[0], column

    def make(self, kind, start, /, **fields):
        """A node from `start` up to the last token that was taken."""
        node = kind(**fields)
        if isinstance(start, AST):
            node.lineno, node.col_offset = start.lineno, start.col_offset
        else:
            node.lineno, node.col_offset = self.place(start)
        node.end_lineno, node.end_col_offset = self.place(self.end)
        return node
