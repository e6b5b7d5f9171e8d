import warnings, sys, io
sys.stderr = io.StringIO()
def shown():
    text = sys.stderr.getvalue(); sys.stderr = io.StringIO()
    return [line.split(': ', 1)[1] if ': ' in line and not line.startswith('  ') else line for line in text.splitlines()]
def f(): warnings.warn('careful')
f(); f(); print(shown())
warnings.warn('dep', DeprecationWarning); print(shown())
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    f(); f(); warnings.warn(UserWarning('obj'))
    print([(str(x.message), x.category.__name__) for x in w])
print(shown())
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        f()
    except UserWarning as e:
        print('raised', e)
with warnings.catch_warnings():
    warnings.filterwarnings('ignore', message='.*care')
    f(); warnings.warn('other thing'); print(shown())
with warnings.catch_warnings():
    warnings.simplefilter('once')
    for i in range(2):
        warnings.warn('once only')
    f(); print(shown())
warnings.showwarning = lambda m, c, *a, **k: print('custom', m, c.__name__)
warnings.warn('to custom')
for bad in (lambda: warnings.warn('x', int),):
    try:
        bad()
    except (ValueError, TypeError, AssertionError) as e:
        print(type(e).__name__)
print(warnings.formatwarning('m', UserWarning, 'nofile', 3), end='')
