# A released memoryview refuses work, and a bytearray with views cannot change its size.
def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, type(error).__name__, error)


b = bytearray(b'abc')
m = memoryview(b)
attempt('append', lambda: b.append(1))
attempt('extend', lambda: b.extend(b'xy'))
attempt('pop', lambda: b.pop())
attempt('clear', lambda: b.clear())
attempt('grow', lambda: b.__setitem__(slice(0, 1), b'xyz'))
attempt('same size', lambda: b.__setitem__(slice(0, 1), b'z'))
attempt('item', lambda: b.__setitem__(0, 65))
attempt('iadd', lambda: b.__iadd__(b'q'))
attempt('delete', lambda: b.__delitem__(0))
print(m.tobytes())
part = m[1:]
attempt('release with a part', lambda: m.release())
attempt('still exported', lambda: b.append(2))
attempt('use', lambda: m[0])
attempt('len', lambda: len(m))
attempt('bytes', lambda: m.tobytes())
attempt('readonly', lambda: m.readonly)
attempt('equal', lambda: m == b)
attempt('part', lambda: part.tobytes())
part.release()
attempt('again', lambda: part.release())
attempt('append', lambda: b.append(3))
print(b)
with memoryview(b) as view:
    view[0] = 90
    attempt('inside', lambda: b.append(1))
attempt('after with', lambda: view[0])
attempt('after with', lambda: b.append(1))
print(b, repr(view).startswith('<released memory at 0x'))
attempt('enter again', lambda: view.__enter__())
del m, part, view
temporary = memoryview(b)
del temporary
b.append(5)
print(b)
