try:
    print('abc'.encode('koi8-r'))
except LookupError as error:
    print(error)
