# Stars and double stars in calls: what is read when, and how errors name the callee.
def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


def f(*args, **keywords):
    return args, keywords


class C:
    def method(self, *args):
        return args

    def __str__(self):
        return 'a C'


class Mapping:
    def __init__(self, item):
        self.item = item

    def keys(self):
        return ['a']

    def __getitem__(self, key):
        return self.item(key)


def missing(key):
    return C().missing


def steps(label):
    print('step', label)
    yield label


told(lambda: f(*5))
told(lambda: f(1, *5))
told(lambda: f(*5, **{}))
told(lambda: C().method(*5))
told(lambda: len(*5))
told(lambda: [].append(*None))
told(lambda: C()(*3))
told(lambda: int(*3))
told(lambda: (lambda x: x)(*3))
told(lambda: f(**3))
told(lambda: (5).real(**3))
told(lambda: C()(**3))
told(lambda: f(**dict))
told(lambda: f(a=1, **{'a': 2}))
told(lambda: C().method(**{'a': 1}, **{'a': 2}))
told(lambda: f(**Mapping(str)))
told(lambda: f(**Mapping(missing)))
told(lambda: f(*steps('star'), a=print('keyword')))
told(lambda: f(0, *steps('star'), a=print('keyword')))
