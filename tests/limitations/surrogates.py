try:
    print(ascii(chr(0xd800)))
except ValueError as error:
    print(error)
