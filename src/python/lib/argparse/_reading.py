"""Reading one command line.

Every word gets a letter: `O` for an option, `A` for a value, and `-` for the
`--` after which all are values. How many words an argument takes is then a
question to a regular expression over the letters.
"""

import re

from ._base import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
    ArgumentError, _get_action_name,
)

_PATTERNS = {
    None: '(-*A-*)',
    OPTIONAL: '(-*A?-*)',
    ZERO_OR_MORE: '(-*[A-]*)',
    ONE_OR_MORE: '(-*A[A-]*)',
    REMAINDER: '([-AO]*)',
    PARSER: '(-*A[-AO]*)',
    SUPPRESS: '(-*-*)',
}

_EXPECTED = {
    None: 'expected one argument',
    OPTIONAL: 'expected at most one argument',
    ONE_OR_MORE: 'expected at least one argument',
}


def _pattern(action):
    nargs = action.nargs
    try:
        pattern = _PATTERNS[nargs]
    except KeyError:
        pattern = '(-*' + '-*'.join('A' * nargs) + '-*)'
    if action.option_strings:
        pattern = pattern.replace('-*', '').replace('-', '')
    return pattern


class _Reading:

    def __init__(self, parser, words, namespace):
        self.parser = parser
        self.words = words
        self.namespace = namespace
        self.extras = []
        self.seen = []
        self.given = []
        self.places = parser._get_positional_actions()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = self.conflicts.setdefault(id(action), [])
                others += [each for each in group._group_actions
                           if each is not action]
        # What the options are, by their place among the words.
        self.options = {}
        letters = []
        only_values = False
        for at, word in enumerate(words):
            if only_values:
                letters.append('A')
            elif word == '--':
                letters.append('-')
                only_values = True
            else:
                option = self.option_of(word)
                letters.append('A' if option is None else 'O')
                if option is not None:
                    self.options[at] = option
        self.letters = ''.join(letters)

    def run(self):
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            following = min(each for each in self.options if each >= at)
            if at != following:
                end = self.take_places(at)
                if end > at:
                    at = end
                    continue
                at = end
            if at not in self.options:
                self.extras += self.words[at:following]
                at = following
            at = self.take_option(at)
        self.extras += self.words[self.take_places(at):]
        self.check_complete()
        return self.namespace, self.extras

    def option_of(self, word):
        """The option that a word is: action or None, its string, and the
        value that is joined to it. None when the word is a value."""
        parser = self.parser
        known = parser._option_string_actions
        if not word or word[0] not in parser.prefix_chars:
            return None
        if word in known:
            return known[word], word, None
        if len(word) == 1:
            return None
        if '=' in word:
            string, _, value = word.partition('=')
            if string in known:
                return known[string], string, value
        matches = self.abbreviated(word)
        if len(matches) > 1:
            options = ', '.join(string for _, string, _ in matches)
            parser.error(f'ambiguous option: {word} could match {options}')
        if matches:
            return matches[0]
        if parser._negative_number_matcher.match(word):
            if not parser._has_negative_number_optionals:
                return None
        if ' ' in word:
            return None
        return None, word, None

    def abbreviated(self, word):
        """The options that a word may mean: beginnings of long ones, and
        short ones with their value joined to them."""
        parser = self.parser
        chars = parser.prefix_chars
        known = parser._option_string_actions
        start, equals, value = word.partition('=')
        if word[1] in chars:
            if not parser.allow_abbrev:
                return []
            return [(action, string, value if equals else None)
                    for string, action in known.items()
                    if string.startswith(start)]
        found = []
        for string, action in known.items():
            if string == word[:2]:
                found.append((action, string, word[2:]))
            elif string.startswith(word):
                found.append((action, string, None))
        return found

    def count(self, action, letters):
        """How many words an option takes."""
        match = re.match(_pattern(action), letters)
        if match is None:
            nargs = action.nargs
            message = _EXPECTED.get(nargs)
            if message is None:
                plural = '' if nargs == 1 else 's'
                message = f'expected {nargs} argument{plural}'
            raise ArgumentError(action, message)
        return len(match.group(1))

    def take_option(self, at):
        action, string, value = self.options[at]
        chars = self.parser.prefix_chars
        taken = []
        while True:
            if action is None:
                self.extras.append(self.words[at])
                return at + 1
            if value is None:
                start = at + 1
                end = start + self.count(action, self.letters[start:])
                taken.append((action, self.words[start:end], string))
                break
            count = self.count(action, 'A')
            if count == 1:
                end = at + 1
                taken.append((action, [value], string))
                break
            if count or string[1] in chars or not value:
                raise ArgumentError(
                    action, f'ignored explicit argument {value!r}')
            # Several short options in one word.
            taken.append((action, [], string))
            string = string[0] + value[0]
            following = self.parser._option_string_actions.get(string)
            if following is None:
                raise ArgumentError(
                    action, f'ignored explicit argument {value!r}')
            action, value = following, value[1:] or None
        for action, words, string in taken:
            self.act(action, words, string)
        return end

    def take_places(self, at):
        """Fills as many positions as the words from here on allow."""
        letters = self.letters[at:]
        match = None
        for count in range(len(self.places), 0, -1):
            pattern = ''.join(map(_pattern, self.places[:count]))
            match = re.match(pattern, letters)
            if match is not None:
                break
        if match is None:
            return at
        filled = list(zip(self.places, map(len, match.groups())))
        for action, length in filled:
            words = self.words[at:at + length]
            at += length
            self.act(action, words)
        self.places = self.places[len(filled):]
        return at

    def act(self, action, words, string=None):
        self.seen.append(action)
        values = self.values(action, words)
        if values is not action.default:
            self.given.append(action)
            for other in self.conflicts.get(id(action), ()):
                if any(other is each for each in self.given):
                    name = _get_action_name(other)
                    raise ArgumentError(
                        action, f'not allowed with argument {name}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, string)

    def values(self, action, words):
        """The value, or the list of them, that words are for an action."""
        nargs = action.nargs
        get, check = self.parser._get_value, self.parser._check_value
        if nargs not in (PARSER, REMAINDER) and '--' in words:
            words = list(words)
            words.remove('--')
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = get(action, value)
                check(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            check(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [get(action, word) for word in words]
        if len(words) == 1 and nargs in (None, OPTIONAL):
            check(action, values[0])
            return values[0]
        if nargs == PARSER:
            check(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                check(action, value)
        return values

    def check_complete(self):
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if any(action is each for each in self.seen):
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str)
                    and hasattr(namespace, action.dest)
                    and getattr(namespace, action.dest) is action.default):
                # A default that is a text is read as if it had been given.
                setattr(namespace, action.dest,
                        parser._get_value(action, action.default))
        if missing:
            names = ', '.join(name for name in missing if name is not None)
            parser.error(
                f'the following arguments are required: {names}')
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(
                    action is each for action in group._group_actions
                    for each in self.given):
                parser.error(group._missing())
