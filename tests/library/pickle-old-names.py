# Pickles that name modules and builtins as Python 2 did.
import pickle

for data in [b'c__builtin__\nunicode\n.', b'c__builtin__\nset\n.',
             b'\x80\x02c__builtin__\nxrange\n(K\x01K\x05tR.',
             b'cexceptions\nValueError\n(Vbad\ntR.',
             b'c__builtin__\nreduce\n.',
             b'ccopy_reg\n_reconstructor\n(c__builtin__\nobject\n'
             b'c__builtin__\nobject\nNtR.']:
    print(str(pickle.loads(data)).split(' at ')[0].split(' object')[0])
for data, fix in ((b'\x80\x03c__builtin__\nset\n.', True),
                  (b'c__builtin__\nset\n.', False)):
    try:
        print(pickle.loads(data, fix_imports=fix))
    except ModuleNotFoundError as problem:
        print(problem.name)
for protocol in range(6):
    for value in (set, range(3), {1: 'a'}, ValueError('x')):
        back = pickle.loads(pickle.dumps(value, protocol))
        print(repr(back) == repr(value), end=' ')
print()
