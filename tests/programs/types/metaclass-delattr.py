# Deleting and setting attributes of a class goes through its metaclass.
class Meta(type):
    def __setattr__(cls, name, value):
        print('set', name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print('del', name)
        if name == 'kept':
            raise AttributeError('kept stays')
        super().__delattr__(name)


class A(metaclass=Meta):
    x = 1
    kept = 2


A.x = 3
del A.x
print(hasattr(A, 'x'))
try:
    del A.kept
except AttributeError as error:
    print(error)
try:
    delattr(A, 'nothing')
except AttributeError as error:
    print(error)
