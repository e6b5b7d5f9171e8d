# args, str and repr of exceptions, and the attributes that some have.
class E(Exception):
    def __init__(self, a, b=2):
        self.a = a
class S(Exception):
    def __str__(self): return 'own text'

for source in r'''
ValueError().args, str(ValueError()), repr(ValueError()), str(ValueError('a')), str(ValueError('a', 1)), repr(ValueError('a', 1)), str(ValueError(None)), str(ValueError([1])), repr(ValueError("it's")), str(ValueError(('a',)))
str(KeyError('k')), str(KeyError('a', 'b')), str(KeyError()), repr(KeyError('k')), str(KeyError(1)), str(KeyError("it's")), str(LookupError('k')), str(KeyError(('a', 1)))
E(1).args, E(1).a, str(E(1)), repr(E(1, b=3)), E(1, 2).args, str(S(1)), repr(S(1)), str(S()), f'{S(1)}', f'{ValueError(1)!r}', '%s' % KeyError('x')
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, StopIteration(1, 2).args, str(StopIteration('x')), StopAsyncIteration(1).args
SystemExit(3).code, SystemExit().code, SystemExit('a').code, SystemExit(1, 2).code, str(SystemExit(3)), repr(SystemExit(None))
ImportError('m', name='n', path='p').name, ImportError('m', name='n', path='p').path, ImportError('m').name, ModuleNotFoundError('x', name='y').name, str(ImportError('a', 'b')), ImportError().msg, ImportError('a').msg, ImportError('a', 'b').msg
AttributeError('m', name='n', obj=5).name, AttributeError('m', name='n', obj=5).obj, AttributeError('m').name, NameError('m', name='x').name, NameError('m').name, str(NameError('m', name='x')), UnboundLocalError('q', name='z').name
UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'bad').reason, str(UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'bad')), str(UnicodeDecodeError('u', b'abc', 0, 3, 'r')), UnicodeEncodeError('ascii', 'é', 0, 1, 'no').object, str(UnicodeEncodeError('ascii', 'aé', 1, 2, 'no')), str(UnicodeEncodeError('a', '€€', 0, 2, 'no')), str(UnicodeTranslateError('aé', 1, 2, 'no')), UnicodeDecodeError('u', b'ab', 0, 1, 'r').args, UnicodeTranslateError('a', 0, 1, 'r').start
UnicodeDecodeError('utf-8')
UnicodeDecodeError(1, b'', 0, 1, 'r')
UnicodeEncodeError('a', b'', 0, 1, 'r')
ImportError('m', foo=1)
AttributeError('m', foo=1)
ValueError(foo=1)
NameError('m', obj=1)
E()
E(1, 2, 3)
SyntaxError('m').msg, SyntaxError('m', ('f', 1, 2, 'text')).lineno, SyntaxError('m', ('f', 1, 2, 'text')).filename, SyntaxError('m', ('f', 1, 2, 'text', 1, 5)).end_offset, str(SyntaxError('m', ('f', 1, 2, 'text'))), str(SyntaxError('m')), SyntaxError('m').lineno, SyntaxError('m', ('f', 1, 2, 'text')).args, SyntaxError('m', ('f', 1, 2, 'text')).text
ValueError('a') == ValueError('a'), hash(ValueError()) is not None, bool(ValueError()), ValueError('a').__cause__, ValueError().__context__, ValueError().__suppress_context__, ValueError().__traceback__, ValueError.__mro__[1:], ValueError('x').with_traceback(None)
[c.__name__ for c in ZeroDivisionError.__mro__], issubclass(ConnectionResetError, OSError), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(UnboundLocalError, NameError), issubclass(UnicodeDecodeError, ValueError), issubclass(KeyboardInterrupt, Exception), issubclass(TabError, SyntaxError), IOError is OSError, issubclass(NotImplementedError, RuntimeError), issubclass(IndexError, LookupError), issubclass(BlockingIOError, OSError), issubclass(FloatingPointError, ArithmeticError), issubclass(StopAsyncIteration, Exception), issubclass(GeneratorExit, Exception), issubclass(BytesWarning, Warning), issubclass(EncodingWarning, Warning)
ValueError('a').__setstate__({'x': 1}), ValueError('a').__reduce__(), E(5).__reduce__()[2], KeyError('k').__reduce__()
ValueError('x').add_note(1)
ValueError('x').args.__class__, ValueError('x').__dict__, E(3).__dict__, ValueError.__init__.__name__, ValueError.__new__(ValueError, 1).args, Exception.__subclasses__.__name__
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
