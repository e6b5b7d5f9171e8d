"""What counts as the same output."""

import difflib
import re

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The flag of this name, a new one if there is none."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE
                    | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF
                   | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST)

BLANKLINE = '<BLANKLINE>'


def indented(text):
    """The text, each line of it by four spaces further right."""
    return ''.join('    ' + line if line.strip('\n') else line
                   for line in text.splitlines(keepends=True))


def matches_ellipsis(want, got):
    """Whether `got` is `want` with any text in place of each `...`."""
    parts = want.split('...')
    if len(parts) == 1:
        return want == got
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(got) - len(parts[-1])
    for part in parts[1:-1]:
        found = got.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


class OutputChecker:
    """Compares what an example shows with what it printed."""

    def check_output(self, want, got, optionflags):
        """Whether the output is as wanted."""
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and matches_ellipsis(want, got)

    def output_difference(self, example, got, optionflags):
        """What to print of a difference."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r'(?m)^[ ]*(?=\n)', BLANKLINE, got)
        kinds = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF
        if optionflags & kinds and want.count('\n') > 2 and got.count('\n') > 2:
            return self._difference(want, got, optionflags)
        if want and got:
            return f'Expected:\n{indented(want)}Got:\n{indented(got)}'
        if want:
            return f'Expected:\n{indented(want)}Got nothing\n'
        if got:
            return f'Expected nothing\nGot:\n{indented(got)}'
        return 'Expected nothing\nGot nothing\n'

    def _difference(self, want, got, optionflags):
        wanted, got = want.splitlines(keepends=True), got.splitlines(keepends=True)
        if optionflags & REPORT_NDIFF:
            name = 'ndiff with -expected +actual'
            lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(wanted, got))
        elif optionflags & REPORT_UDIFF:
            name = 'unified diff with -expected +actual'
            lines = list(difflib.unified_diff(wanted, got, n=2))[2:]
        else:
            name = 'context diff with expected followed by actual'
            lines = list(difflib.context_diff(wanted, got, n=2))[2:]
        return f'Differences ({name}):\n' + indented(''.join(lines))
