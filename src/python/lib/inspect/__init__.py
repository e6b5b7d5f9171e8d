"""Looking into functions, classes, generators, coroutines and frames."""

from ._kinds import *
from ._kinds import (
    CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE,
    CO_NESTED, CO_NEWLOCALS, CO_NOFREE, CO_OPTIMIZED, CO_VARARGS,
    CO_VARKEYWORDS)
from ._states import *

# asyncio needs only what is above, so the rest is compiled when asked for.
__lazy__ = {
    '_signature': '''
        ArgInfo BoundArguments FullArgSpec Parameter Signature _empty
        _ParameterKind formatannotation getcallargs getfullargspec signature
        unwrap''',
    '_members': '''
        Attribute Traceback FrameInfo classify_class_attrs cleandoc
        currentframe getattr_static getclasstree getdoc getfile getframeinfo
        getmembers getmembers_static getmodule getmodulename getmro getsource
        getsourcefile getsourcelines stack trace''',
    '_frames': '''
        ClosureVars findsource formatargvalues getabsfile getargs getargvalues
        getclosurevars getcomments getinnerframes getlineno getouterframes
        Arguments''',
    'annotationlib': 'get_annotations',
}
