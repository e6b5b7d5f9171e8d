# A spooled file tells what the stream in it tells, in memory and rolled over.
import tempfile

with tempfile.SpooledTemporaryFile(max_size=10) as file:
    file.write(b'abc\ndef')
    file.seek(0)
    room = bytearray(3)
    print(file.readinto(room), room, file.read1(2), file.mode, file.name, file._rolled)
    file.write(b'0123456789')
    print(file._rolled, file.tell(), type(file.name).__name__)
    for name in ('encoding', 'errors', 'newlines'):
        try:
            print(getattr(file, name))
        except AttributeError as error:
            print(error)
with tempfile.SpooledTemporaryFile(mode='w+', encoding='latin-1', newline='') as file:
    print(file.encoding, file.errors, file.newlines, file.mode, file.name)
    file.write('a\r\nb\n')
    file.seek(0)
    print(file.readlines(), file.newlines)
    file.rollover()
    print(file.encoding, file.newlines, file.read(), file.closed)
print(file.closed)
