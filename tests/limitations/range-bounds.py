try:
    print(range(10**30, 10**30 + 3)[1])
except OverflowError as error:
    print(error)
