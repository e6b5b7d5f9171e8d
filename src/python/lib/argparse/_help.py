"""Usage and help texts."""

import re

from ._base import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
)

# Narrower than this no column of text becomes.
_NARROWEST = 11


class HelpFormatter:
    """Collects what a help text shall have, and lays it out in columns."""

    def __init__(self, prog, indent_increment=2, max_help_position=24,
                 width=None):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._width = width
        self._max_help_position = min(
            max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._Section(self, None)
        self._current_section = self._root_section
        self._whitespace_matcher = re.compile(r'\s+', re.ASCII)
        self._long_break_matcher = re.compile(r'\n\n\n+')

    class _Section:
        """A heading and calls that give the texts below it."""

        def __init__(self, formatter, parent, heading=None):
            self.formatter = formatter
            self.parent = parent
            self.heading = heading
            self.items = []

        def format_help(self):
            if self.parent is not None:
                self.formatter._indent()
            text = self.formatter._join_parts(
                [call(*args) for call, args in self.items])
            if self.parent is not None:
                self.formatter._dedent()
            if not text:
                return ''
            head = ''
            if self.heading is not None and self.heading is not SUPPRESS:
                head = (' ' * self.formatter._current_indent
                        + f'{self.heading}:\n')
            return f'\n{head}{text}\n'

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, call, args):
        self._current_section.items.append((call, args))

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        shown = [action, *self._iter_indented_subactions(action)]
        lengths = [len(self._format_action_invocation(shown[0]))]
        self._indent()
        lengths += [len(self._format_action_invocation(each))
                    for each in shown[1:]]
        self._dedent()
        # The whole entry counts with the deepest indentation of its parts.
        self._action_max_length = max(
            self._action_max_length, max(lengths) + self._current_indent)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if not text:
            return text
        return self._long_break_matcher.sub('\n\n', text).strip('\n') + '\n'

    def _join_parts(self, parts):
        return ''.join(part for part in parts if part and part is not SUPPRESS)

    # The usage line.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        if not actions:
            return f'{prefix}{self._prog}\n\n'
        options = [each for each in actions if each.option_strings]
        places = [each for each in actions if not each.option_strings]
        whole = self._format_actions_usage(options + places, groups)
        usage = ' '.join(part for part in (self._prog, whole) if part)
        width = self._width - self._current_indent
        if len(prefix) + len(usage) > width:
            usage = '\n'.join(self._wrapped_usage(
                _usage_parts(self._format_actions_usage(options, groups)),
                _usage_parts(self._format_actions_usage(places, groups)),
                prefix, width))
        return f'{prefix}{usage}\n\n'

    def _wrapped_usage(self, options, places, prefix, width):
        prog = self._prog
        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if options:
                return (_filled([prog, *options], indent, width, prefix)
                        + _filled(places, indent, width))
            if places:
                return _filled([prog, *places], indent, width, prefix)
            return [prog]
        indent = ' ' * len(prefix)
        lines = _filled(options + places, indent, width)
        if len(lines) > 1:
            lines = (_filled(options, indent, width)
                     + _filled(places, indent, width))
        return [prog, *lines]

    def _format_actions_usage(self, actions, groups):
        """The arguments in one line; exclusive ones between bars."""
        begins = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            shown = [each for each in members if each.help is not SUPPRESS]
            try:
                at = actions.index(members[0])
            except ValueError:
                continue
            if actions[at:at + len(members)] == members:
                if shown and (len(shown) > 1 or not group.required):
                    marks = '()' if group.required else '[]'
                else:
                    marks = ('', '')
                begins[id(members[0])] = (members, marks)
        parts = []
        skipped = set()
        for action in actions:
            if id(action) in begins:
                members, (opening, closing) = begins[id(action)]
                inner = [self._usage_of(each, True) for each in members
                         if each.help is not SUPPRESS]
                if inner:
                    parts.append(opening + ' | '.join(inner) + closing)
                skipped.update(map(id, members))
            elif id(action) not in skipped and action.help is not SUPPRESS:
                parts.append(self._usage_of(action, False))
        return ' '.join(part for part in parts if part)

    def _usage_of(self, action, in_group):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            values = self._format_args(action, default)
            part = f'{action.option_strings[0]} {values}'
        if not action.required and not in_group:
            part = f'[{part}]'
        return part

    # Paragraphs and the entries of arguments.

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, _NARROWEST)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        room = position - self._current_indent - 2
        indent = ' ' * self._current_indent
        header = self._format_action_invocation(action)
        has_help = bool(action.help and action.help.strip())
        parts = []
        if not action.help:
            parts.append(f'{indent}{header}\n')
        elif len(header) <= room:
            parts.append(f'{indent}{header:<{room}}  ')
        else:
            parts.append(f'{indent}{header}\n')
        if has_help:
            width = max(self._width - position, _NARROWEST)
            lines = self._split_lines(self._expand_help(action), width)
            if lines:
                first = 0 if len(header) <= room else position
                parts.append(' ' * first + lines[0] + '\n')
                parts += [' ' * position + line + '\n' for line in lines[1:]]
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for each in self._iter_indented_subactions(action):
            parts.append(self._format_action(each))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return self._metavar_formatter(action, default)(1)[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        default = self._get_default_metavar_for_optional(action)
        values = self._format_args(action, default)
        return ', '.join(f'{each} {values}' for each in action.option_strings)

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            name = default_metavar

        def repeated(count):
            return name if isinstance(name, tuple) else (name,) * count
        return repeated

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return '%s' % names(1)
        if nargs == OPTIONAL:
            return '[%s]' % names(1)
        if nargs == ZERO_OR_MORE:
            metavar = names(1)
            if len(metavar) == 2:
                return '[%s [%s ...]]' % metavar
            return '[%s ...]' % metavar
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % names(1)
        if nargs == SUPPRESS:
            return ''
        try:
            pattern = ' '.join(['%s'] * nargs)
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return pattern % names(nargs)

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name, value in list(values.items()):
            if value is SUPPRESS:
                del values[name]
            elif hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        get = getattr(action, '_get_subactions', None)
        if get is not None:
            self._indent()
            yield from get()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(
            self._whitespace_matcher.sub(' ', text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(
            self._whitespace_matcher.sub(' ', text).strip(), width,
            initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _usage_parts(text):
    """A usage line in the parts between which it may be broken."""
    return re.findall(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+', text)


def _filled(parts, indent, width, prefix=None):
    """Parts in lines; the first line is shorter by a prefix."""
    lines, line = [], []
    used = len(indent if prefix is None else prefix) - 1
    for part in parts:
        if used + 1 + len(part) > width and line:
            lines.append(indent + ' '.join(line))
            line, used = [], len(indent) - 1
        line.append(part)
        used += len(part) + 1
    if line:
        lines.append(indent + ' '.join(line))
    if prefix is not None:
        lines[0] = lines[0][len(indent):]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Descriptions stay as they are written."""

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """All texts stay as they are written."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Help texts tell defaults."""

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL,
                                                         ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Values are named for their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
