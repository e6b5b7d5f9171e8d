"""`unittest.main`."""

import sys

from . import loader, runner
from .signals import installHandler

_USAGE = '''\
usage: {0} [-h] [-v] [-q] [--locals] [-f] [-c] [-b] [-k TESTNAMEPATTERNS]
{1} [tests ...]'''


class TestProgram:
    """Runs the tests of a module, then ends the program."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = None
    testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None,
                 testRunner=None, testLoader=loader.defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        if warnings is None and not sys.warnoptions:
            self.warnings = 'default'
        else:
            self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = argv[0].rpartition('/')[2] if argv else ''
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        """Takes options and names of tests from the command line."""
        names = self._options(argv[1:])
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if names:
            self.testNames = names
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def _options(self, words):
        words, names = list(words), []
        while words:
            word = words.pop(0)
            if word in ('-v', '--verbose'):
                self.verbosity = 2
            elif word in ('-q', '--quiet'):
                self.verbosity = 0
            elif word in ('-f', '--failfast'):
                self.failfast = True
            elif word in ('-c', '--catch'):
                self.catchbreak = True
            elif word in ('-b', '--buffer'):
                self.buffer = True
            elif word == '--locals':
                self.tb_locals = True
            elif word.startswith('-k'):
                pattern = word[2:] or (words.pop(0) if words else '')
                if '*' not in pattern:
                    pattern = f'*{pattern}*'
                self.testNamePatterns = [*(self.testNamePatterns or ()),
                                         pattern]
            elif word in ('-h', '--help'):
                print(self._usage())
                sys.exit(0)
            elif word.startswith('-') and word != '-':
                print(f'{self._usage()}\n{self.progName}: error: '
                      f'unrecognized arguments: {word}', file=sys.stderr)
                sys.exit(2)
            else:
                names.append(word)
        return names

    def _usage(self):
        indent = ' ' * len(f'usage: {self.progName}')
        return _USAGE.format(self.progName, indent)

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames,
                                                           self.module)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        made = self.testRunner or runner.TextTestRunner
        if isinstance(made, type):
            options = dict(verbosity=self.verbosity,
                           failfast=bool(self.failfast),
                           buffer=bool(self.buffer), warnings=self.warnings)
            try:
                made = made(**options, tb_locals=self.tb_locals)
            except TypeError:
                made = made()
        self.result = made.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
__unittest = True
