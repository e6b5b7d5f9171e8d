# What the exceptions of builtins hold besides their text.
def told(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(repr(error), error.args, error)


told(lambda: b'a\xff'.decode())
told(lambda: bytearray(b'a\xff').decode('ascii'))
told(lambda: b'\x00\xd8\x41'.decode('utf-16-le'))
told(lambda: 'é😀'.encode('ascii'))
told(lambda: str(b'\xff\xfe', 'utf-8'))
told(lambda: 1e300 ** 2)
told(lambda: (-1e300) ** 3)
told(lambda: OSError(True, 'x'))
told(lambda: OSError(2, 'x'))
told(lambda: OSError(2.0, 'x'))
told(lambda: sorted([], reverse=2 ** 70))
told(lambda: [].sort(reverse=2 ** 40))
told(lambda: [1, 2].sort(reverse='x'))
told(lambda: sorted([3, 1], reverse=-5))
told(lambda: map())
told(lambda: map(str))
told(lambda: reversed())
told(lambda: reversed([], []))
told(lambda: enumerate())
told(lambda: list[int][0])
told(lambda: list[int, str][int])
told(lambda: dict[int, str]({1: 2}))
