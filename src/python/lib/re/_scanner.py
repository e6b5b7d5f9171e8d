"""Going through a text step by step."""

from re import compile


class Steps:
    """What `Pattern.scanner` gives: each call goes on behind the last match."""

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._at = pos
        self._end = endpos
        # An empty match is not found twice at the same place.
        self._was_empty = False

    def match(self):
        """The match that begins right here, or None."""
        return self._next(self.pattern.match)

    def search(self):
        """The next match anywhere, or None."""
        return self._next(self.pattern.search)

    def _next(self, find):
        if self._at is None:
            return None
        found = find(self._string, self._at, self._end)
        if (found is not None and self._was_empty
                and found.start() == found.end() == self._at):
            found = None
            if find == self.pattern.search and self._at < len(self._string):
                found = find(self._string, self._at + 1, self._end)
        if found is None:
            self._at = None
            return None
        self._at = found.end()
        self._was_empty = found.start() == found.end()
        return found


class Scanner:
    """Cuts a text into pieces: pairs of a pattern and what to do with a match.

    An action is called with the scanner and the text; anything else stands for
    itself, and None leaves the piece out.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.match = None
        self._rules = [(compile(phrase, flags), action)
                       for phrase, action in lexicon]

    def scan(self, string):
        """What the actions gave, and the rest that no pattern matches."""
        result = []
        at = 0
        while True:
            for pattern, action in self._rules:
                match = pattern.match(string, at)
                if match is not None:
                    break
            else:
                break
            if match.end() == at:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
            at = match.end()
        return result, string[at:]


Scanner.__module__ = 're'
