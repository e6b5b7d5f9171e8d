# Methods of builtin types are pickled by the class or object that has them.
import pickle
from decimal import Context, Decimal
import warnings

for thing in (str.upper, list.__len__, dict.fromkeys, int.from_bytes, object.__init__, len, ValueError.with_traceback):
    print(thing.__name__, pickle.loads(pickle.dumps(thing)) == thing)
print(pickle.loads(pickle.dumps('a'.join))(['x', 'y']), pickle.loads(pickle.dumps('abc'.__len__))())
print(list(map(pickle.loads(pickle.dumps(str.upper)), ['a', 'b'])))

one = Context(prec=1, traps=[])
print(Decimal('11').logical_and(Decimal('10'), context=one), Decimal('1101').logical_or(Decimal('1'), Context(prec=3)))
print(one.logical_invert(Decimal('10')), Decimal('12').logical_xor(Decimal('1'), one))
for sign in (0.0, Decimal(1), 2):
    try:
        Decimal((sign, (1, 2), 0))
    except ValueError as error:
        print(error)

kept = warnings.filters
with warnings.catch_warnings():
    print(warnings.filters is kept, warnings.filters == kept)
    warnings.filters = []
print(warnings.filters is kept)
