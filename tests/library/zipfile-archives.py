# Archives made in memory and read again.
import io
import os
import tempfile
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('a.txt', 'hello ' * 100)
    info = zipfile.ZipInfo('dir/\u00fc.bin', (2020, 2, 3, 4, 5, 6))
    info.comment = b'note'
    archive.writestr(info, bytes(range(256)), zipfile.ZIP_STORED)
    with archive.open('late.txt', 'w') as file:
        file.write(b'written later')
    archive.comment = b'all of it'
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b'no')))

with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.comment, archive.testzip())
    print(archive.read('a.txt') == b'hello ' * 100)
    info = archive.getinfo('dir/\u00fc.bin')
    print(info, info.date_time, info.comment, info.is_dir(), info.CRC)
    with archive.open('late.txt') as file:
        print(file.readline())
    try:
        archive.read('missing')
    except KeyError as problem:
        print(problem)
    try:
        archive.writestr('x', '')
    except ValueError as problem:
        print(problem)

with zipfile.ZipFile(buffer, 'a') as archive:
    archive.writestr('more', 'm')
with zipfile.ZipFile(io.BytesIO(b'before' + buffer.getvalue())) as archive:
    print(archive.namelist(), archive.read('more'))

with tempfile.TemporaryDirectory() as root:
    os.chdir(root)
    os.mkdir('in')
    with open('in/file', 'w') as file:
        file.write('text')
    with zipfile.ZipFile('made.zip', 'w') as archive:
        archive.write('in')
        archive.write('in/file', 'renamed')
        archive.writestr('../outside', 'x')
    with zipfile.ZipFile('made.zip') as archive:
        print(archive.namelist(), archive.infolist()[1].file_size)
        archive.extractall('out')
    print(sorted(os.listdir('out')), os.listdir('out/in'))
    os.chdir('/')
for wrong in (b'', b'nonsense', buffer.getvalue()[:-30]):
    try:
        zipfile.ZipFile(io.BytesIO(wrong))
    except zipfile.BadZipFile as problem:
        print(problem)
damaged = bytearray(buffer.getvalue())
damaged[damaged.index(bytes(range(200))) + 5] ^= 1
print(zipfile.ZipFile(io.BytesIO(damaged)).testzip() == 'dir/\u00fc.bin')
