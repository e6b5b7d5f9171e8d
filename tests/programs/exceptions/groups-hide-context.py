"""Parts of a group do not show what the group was raised in."""
eg = ExceptionGroup('g', [ValueError(1), KeyError(2)])
a, b = eg.split(ValueError)
print(eg.__suppress_context__, a.__suppress_context__, b.__suppress_context__, eg.subgroup(KeyError).__suppress_context__, eg.subgroup(Exception) is eg, eg.derive([ValueError()]).__suppress_context__)
try:
    try: raise eg
    except* ValueError as x: print(x.__suppress_context__)
except* KeyError as y: print(y.__suppress_context__)
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as x: raise OSError('n')
except BaseException as z: print(repr(z), z.__suppress_context__, [(repr(q), q.__suppress_context__, repr(q.__context__), repr(q.__cause__)) for q in z.exceptions])
try:
    try: raise ValueError('naked')
    except* ValueError as x: print(repr(x), x.__suppress_context__, repr(x.__context__)); raise
except BaseException as w: print(repr(w), w.__suppress_context__, repr(w.__context__))
try:
    try: raise ValueError('naked')
    except* ValueError as x: raise KeyError(3)
except BaseException as w: print(repr(w), w.__suppress_context__, repr(w.__context__), [repr(q.__context__) for q in w.exceptions] if hasattr(w, 'exceptions') else '')
import io, traceback
try:
    raise KeyError('handled')
except KeyError:
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as group:
        print('KeyError' in ''.join(traceback.format_exception(group)))
