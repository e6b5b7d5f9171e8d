for call in (lambda: map(), lambda: reversed(), lambda: 'a'.find()):
    try:
        call()
    except TypeError as error:
        print(error)
