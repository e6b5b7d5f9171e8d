def returned():
    try:
        raise ValueError('kept')
    except ValueError as e:
        return e

def nested():
    for n in range(3):
        try:
            raise KeyError(n)
        except KeyError as e:
            if n == 1:
                return e, n

print(repr(returned()), nested())
class Base(Exception):
    def __init__(self, text):
        super().__init__(text + '!')
class Derived(Base):
    def __init__(self, *parts):
        super().__init__('-'.join(parts))
    def __str__(self):
        return f'<{super().__str__()}>'
print(str(Derived('a', 'b')), repr(Derived('a', 'b')))
try:
    raise ValueError('x')
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)
