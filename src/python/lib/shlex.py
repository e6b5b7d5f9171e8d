"""Texts taken apart in the way of a shell."""

__all__ = ['join', 'quote', 'shlex', 'split']

import re
import sys
from collections import deque
from io import StringIO

_NEEDS_QUOTES = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    """The text as one word of a shell."""
    if not s:
        return "''"
    if _NEEDS_QUOTES(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    """The words of a command."""
    if s is None:
        raise ValueError('s argument must not be None')
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)


class shlex:
    """Gives one word after the other."""

    def __init__(self, instream=None, infile=None, posix=False,
                 punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = ('abcdfeghijklmnopqrstuvwxyz'
                          'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
        if posix:
            self.wordchars += ''.join(
                [chr(code) for code in range(0xc0, 0x100)
                 if code not in (0xd7, 0xf7)])
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.pushback = deque()
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars or ''
        if punctuation_chars:
            self._pushed = deque()
            self.wordchars += '~-./*?='
            for sign in punctuation_chars:
                self.wordchars = self.wordchars.replace(sign, '')

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        return self.pushback.popleft() if self.pushback else self.read_token()

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def _next_sign(self):
        if self._punctuation_chars and self._pushed:
            return self._pushed.pop()
        sign = self.instream.read(1)
        if sign == '\n':
            self.lineno += 1
        return sign

    def _put_back(self, sign):
        if self._punctuation_chars:
            self._pushed.append(sign)
        else:
            self.pushback.appendleft(sign)

    def read_token(self):
        """The next word; `eof` at the end."""
        word, quoted = '', False
        # None outside of words, 'a' in one, 'c' in punctuation, or a quote.
        state, before_escape = None, None
        while True:
            sign = self._next_sign()
            if state and state in self.quotes:
                quoted = True
                if not sign:
                    self.token = word
                    raise ValueError('No closing quotation')
                if sign == state:
                    if not self.posix:
                        word += sign
                        break
                    state = 'a'
                elif (self.posix and sign in self.escape
                      and state in self.escapedquotes):
                    before_escape, state = state, sign
                else:
                    word += sign
            elif state and state in self.escape:
                if not sign:
                    self.token = word
                    raise ValueError('No escaped character')
                if before_escape in self.quotes and sign not in (
                        state, before_escape):
                    word += state
                word += sign
                state = before_escape
            elif not sign:
                break
            elif sign in self.whitespace:
                if word or (self.posix and quoted):
                    break
                state = None
            elif sign in self.commenters:
                self.instream.readline()
                self.lineno += 1
                if self.posix and state is not None and (
                        word or quoted):
                    break
            elif state == 'c':
                if sign in self._punctuation_chars:
                    word += sign
                else:
                    self._put_back(sign)
                    break
            elif self.posix and sign in self.escape:
                before_escape, state = 'a', sign
            elif sign in self.quotes and (
                    self.posix or state is None or self.whitespace_split
                    and not word):
                if not self.posix:
                    word += sign
                state = sign
            elif state is None and sign in self._punctuation_chars:
                word, state = sign, 'c'
            elif (sign in self.wordchars or sign in self.quotes
                  or self.whitespace_split
                  and sign not in self._punctuation_chars):
                word += sign
                state = 'a'
            elif state is None:
                word = sign
                break
            else:
                self._put_back(sign)
                break
        if self.posix and not quoted and word == '':
            return None
        return word

    def error_leader(self, infile=None, lineno=None):
        """How C compilers begin a message."""
        return (f'"{self.infile if infile is None else infile}", line '
                f'{self.lineno if lineno is None else lineno}: ')
