def first(d):
    return d['a']['b'] + second(1)

def second(x):
    return (x) + 'a'

try:
    second(1)
except TypeError:
    print('type error')
first({'a': {}})
