# Slips that compile; the words go to standard error.
x = 1
print(x is 1, x is not 'a', x is None)
assert (x, 'always true')
if x == 2:
    [1, 2]['a']
    (1)(2)
print('done')
