for call in (lambda: 'a'.find(), lambda: [].index()):
    try:
        call()
    except TypeError as error:
        print(error)
