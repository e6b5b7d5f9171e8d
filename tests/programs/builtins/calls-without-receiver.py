# A method of a builtin type called through the type, without any receiver.
for call in (type(lambda: 0).__call__, staticmethod.__call__, dict.update):
    try:
        call()
    except TypeError:
        print('TypeError')
print(type(lambda: 0).__call__(lambda: 5))
