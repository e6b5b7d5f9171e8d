# Bools and large integers looked for in bytes; `chr` of what no C int holds.
def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


for data in [b"", b"\0\1", bytearray(b"\1")]:
    for part in [False, True, 256, -1, 2**70, -(2**70), 1.0, "a", None, b"", b"\1"]:
        show(lambda: part in data)
        show(lambda: data.find(part))
        show(lambda: data.count(part))

for code in [2**31, 2**31 - 1, 2**63 - 1, 2**63, -(2**31), -(2**31) - 1, -(2**63)]:
    show(lambda: chr(code))
    show(lambda: "%c" % code)
    show(lambda: b"%c" % code)
