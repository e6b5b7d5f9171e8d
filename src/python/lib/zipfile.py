"""Archives in the format ZIP, stored or compressed by deflate."""

__all__ = ['BadZipFile', 'BadZipfile', 'LargeZipFile', 'ZIP_BZIP2',
           'ZIP_DEFLATED', 'ZIP_LZMA', 'ZIP_STORED', 'ZipFile', 'ZipInfo',
           'error', 'is_zipfile']

import io
import os
import struct
import time
import zlib

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
_LOCAL = struct.Struct('<4s5H3L2H')
_CENTRAL = struct.Struct('<4s4B4H3L5H2L')
_END = struct.Struct('<4s4H2LH')
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = (
    b'PK\x03\x04', b'PK\x01\x02', b'PK\x05\x06')
_UTF_8 = 0x800
_NAMES = {0: 'store', 8: 'deflate', 12: 'bzip2', 14: 'lzma'}


class BadZipFile(Exception):
    """The file is no archive, or a damaged one."""


class LargeZipFile(Exception):
    """The archive would need the extension for large files."""


error = BadZipfile = BadZipFile


def is_zipfile(filename):
    """Whether a file, given by name or open, looks like an archive."""
    try:
        if hasattr(filename, 'read'):
            place = filename.tell()
            filename.seek(0)
            data = filename.read()
            filename.seek(place)
        else:
            with open(filename, 'rb') as file:
                data = file.read()
    except OSError:
        return False
    return data.rfind(_END_SIGN) >= 0


class ZipInfo:
    """What an archive says of one of its members."""

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition('\0')[0].replace(os.sep, '/')
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = self.extra = b''
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.flag_bits = self.volume = self.reserved = 0
        self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = 0
        self.compress_size = self.file_size = 0

    def __repr__(self):
        parts = [f'<{type(self).__name__} filename={self.filename!r}']
        if self.compress_type:
            parts.append(' compress_type='
                         + _NAMES.get(self.compress_type,
                                      str(self.compress_type)))
        mode = self.external_attr >> 16
        if mode:
            from stat import filemode
            parts.append(f' filemode={filemode(mode)!r}')
        if self.external_attr & 0xffff:
            parts.append(f' external_attr={self.external_attr & 0xffff:#x}')
        if not self.is_dir() or self.file_size:
            parts.append(f' file_size={self.file_size!r}')
        if (not self.is_dir() or self.compress_size) and (
                self.compress_type or self.file_size != self.compress_size):
            parts.append(f' compress_size={self.compress_size!r}')
        return ''.join(parts) + '>'

    def is_dir(self):
        return self.filename[-1:] == '/'

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What is to be said of a file; its content is not read."""
        stat = os.stat(filename)
        when = time.localtime(stat.st_mtime)[:6]
        if not strict_timestamps and when[0] < 1980:
            when = (1980, 1, 1, 0, 0, 0)
        name = os.path.splitdrive(os.path.normpath(
            filename if arcname is None else arcname))[1].lstrip(os.sep)
        is_folder = os.path.isdir(filename)
        info = cls(name + '/' * is_folder, when)
        info.external_attr = (stat.st_mode & 0xffff) << 16 | 16 * is_folder
        info.file_size = 0 if is_folder else stat.st_size
        return info

    def _encoded(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits & ~_UTF_8
        except UnicodeEncodeError:
            return self.filename.encode(), self.flag_bits | _UTF_8

    def _stamp(self):
        year, month, day, hour, minute, second = self.date_time
        return (hour << 11 | minute << 5 | second // 2,
                year - 1980 << 9 | month << 5 | day)

    def FileHeader(self, zip64=None):
        """The bytes that stand before the member's data."""
        name, flags = self._encoded()
        return _LOCAL.pack(
            _LOCAL_SIGN, self.extract_version, flags, self.compress_type,
            *self._stamp(), self.CRC, self.compress_size, self.file_size,
            len(name), len(self.extra)) + name + self.extra

    def _entry(self):
        name, flags = self._encoded()
        return _CENTRAL.pack(
            _CENTRAL_SIGN, self.create_version, self.create_system,
            self.extract_version, self.reserved, flags, self.compress_type,
            *self._stamp(), self.CRC, self.compress_size, self.file_size,
            len(name), len(self.extra), len(self.comment), 0,
            self.internal_attr, self.external_attr, self.header_offset) \
            + name + self.extra + self.comment


class ZipFile:
    """An archive; members are read and written as a whole."""

    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED,
                 allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        if compression not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError(
                'That compression method is not supported')
        self.mode = mode
        self.compression = compression
        self.compresslevel = compresslevel
        self.filelist = []
        self.NameToInfo = {}
        self.pwd = None
        self._comment = b''
        self._changed = False
        self._own = not hasattr(file, 'read') and not hasattr(file, 'write')
        if self._own:
            file = os.fspath(file)
            self.filename = file
            flags = {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b'}[mode]
            if mode == 'a' and not os.path.exists(file):
                flags = 'w+b'
            self.fp = open(file, flags)
        else:
            self.filename = getattr(file, 'name', None)
            self.fp = file
        try:
            if mode in 'ra':
                self._read_entries()
            else:
                self._changed = True
                self.start_dir = 0
        except BaseException:
            self._let_go()
            raise

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        shown = self.filename if self.fp is not None else None
        if self.fp is None:
            return f'<{type(self).__module__}.{type(self).__qualname__} ' \
                   '[closed]>'
        return (f'<{type(self).__module__}.{type(self).__qualname__} '
                + (f'filename={shown!r} ' if shown else f'file={self.fp!r} ')
                + f'mode={self.mode!r}>')

    def _read_entries(self):
        self.fp.seek(0)
        data = self.fp.read()
        end = data.rfind(_END_SIGN)
        if end < 0 or len(data) < end + _END.size:
            if self.mode == 'a':
                self.start_dir, self._changed = len(data), True
                return
            raise BadZipFile('File is not a zip file')
        _, _, _, _, count, size, start, comment = _END.unpack_from(data, end)
        self._comment = data[end + _END.size:end + _END.size + comment]
        # What stands before the archive moves all places.
        shift = end - size - start
        at = self.start_dir = start + shift
        for _ in range(count):
            at = self._read_entry(data, at, shift)

    def _read_entry(self, data, at, shift):
        if data[at:at + 4] != _CENTRAL_SIGN or len(data) < at + _CENTRAL.size:
            raise BadZipFile('Bad magic number for central directory')
        (_, made, system, version, reserved, flags, kind, clock, day, crc,
         packed, size, name_size, extra_size, comment_size, volume, internal,
         external, offset) = _CENTRAL.unpack_from(data, at)
        at += _CENTRAL.size
        name = data[at:at + name_size].decode(
            'utf-8' if flags & _UTF_8 else 'cp437')
        at += name_size
        info = ZipInfo(name, ((day >> 9) + 1980, day >> 5 & 15, day & 31,
                              clock >> 11, clock >> 5 & 63, (clock & 31) * 2))
        info.extra = data[at:at + extra_size]
        at += extra_size
        info.comment = data[at:at + comment_size]
        info.create_version, info.create_system = made, system
        info.extract_version, info.reserved = version, reserved
        info.flag_bits, info.compress_type, info.CRC = flags, kind, crc
        info.compress_size, info.file_size = packed, size
        info.volume, info.internal_attr = volume, internal
        info.external_attr, info.header_offset = external, offset + shift
        self._add(info)
        return at + comment_size

    def _add(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f'There is no item named {name!r} in the archive')
        return info

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'),
              file=file)
        for info in self.filelist:
            when = '%d-%02d-%02d %02d:%02d:%02d' % info.date_time
            print('%-46s %s %12d' % (info.filename, when, info.file_size),
                  file=file)

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f'comment: expected bytes, got {type(comment)}')
        self._comment = comment[:0xffff]
        self._changed = True

    def setpassword(self, pwd):
        self.pwd = pwd

    def _check(self, writing=False):
        if self.fp is None:
            raise ValueError('Attempt to write to ZIP archive that was '
                             'already closed' if writing else
                             'Attempt to use ZIP archive that was already '
                             'closed')
        if writing and self.mode == 'r':
            raise ValueError("write() requires mode 'w', 'x', or 'a'")

    def read(self, name, pwd=None):
        """The content of a member."""
        self._check()
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        if info.flag_bits & 1:
            raise NotImplementedError('encrypted members are not supported')
        self.fp.seek(info.header_offset)
        head = self.fp.read(_LOCAL.size)
        if len(head) < _LOCAL.size or head[:4] != _LOCAL_SIGN:
            raise BadZipFile('Bad magic number for file header')
        name_size, extra_size = struct.unpack('<2H', head[-4:])
        self.fp.seek(info.header_offset + _LOCAL.size + name_size
                     + extra_size)
        data = self.fp.read(info.compress_size)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompress(data, -15)
        elif info.compress_type != ZIP_STORED:
            raise NotImplementedError(
                'That compression method is not supported')
        if zlib.crc32(data) != info.CRC:
            raise BadZipFile(f'Bad CRC-32 for file {info.filename!r}')
        return data

    def testzip(self):
        """The name of the first damaged member, or None."""
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename
        return None

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        """A member as a file, to read or to write."""
        if mode == 'r':
            info = name if isinstance(name, ZipInfo) else self.getinfo(name)
            file = io.BytesIO(self.read(info))
            file.name = info.filename
            return file
        if mode != 'w':
            raise ValueError('open() requires mode "r" or "w"')
        self._check(True)
        return _Member(self, name)

    def extract(self, member, path=None, pwd=None):
        """Writes a member into a folder, never outside of it."""
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        parts = [part for part in info.filename.split('/')
                 if part not in ('', os.curdir, os.pardir)]
        target = os.path.join(os.getcwd() if path is None
                              else os.fspath(path), *parts)
        if info.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        os.makedirs(os.path.dirname(target) or '.', exist_ok=True)
        with open(target, 'wb') as file:
            file.write(self.read(info))
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for member in self.namelist() if members is None else members:
            self.extract(member, path)

    def write(self, filename, arcname=None, compress_type=None,
              compresslevel=None):
        """Adds a file, or an empty folder."""
        self._check(True)
        info = ZipInfo.from_file(filename, arcname)
        if info.is_dir():
            self.writestr(info, b'', ZIP_STORED)
            return
        with open(filename, 'rb') as file:
            self.writestr(info, file.read(),
                          self.compression if compress_type is None
                          else compress_type, compresslevel)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        info = zinfo_or_directory_name
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info.rstrip('/') + '/')
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        self.writestr(info, b'', ZIP_STORED)

    def writestr(self, zinfo_or_arcname, data, compress_type=None,
                 compresslevel=None):
        """Adds a member with a content that is given."""
        if isinstance(data, str):
            data = data.encode()
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info, time.localtime(time.time())[:6])
            info.compress_type = self.compression
            if info.is_dir():
                info.external_attr = 0o40775 << 16 | 0x10
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        self._check(True)
        if compress_type is not None:
            info.compress_type = compress_type
        level = compresslevel if compresslevel is not None \
            else self.compresslevel
        info.file_size = len(data)
        info.CRC = zlib.crc32(data)
        packed = data
        if info.compress_type == ZIP_DEFLATED:
            packed = zlib.compress(data, -1 if level is None else level, -15)
        info.compress_size = len(packed)
        info.header_offset = self.start_dir
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f'Duplicate name: {info.filename!r}', stacklevel=2)
        self.fp.seek(self.start_dir)
        self.fp.write(info.FileHeader())
        self.fp.write(packed)
        self.start_dir = self.fp.tell()
        self._changed = True
        self._add(info)

    def close(self):
        """Writes the list of members, without which there is no archive."""
        if self.fp is None:
            return
        try:
            if self.mode in 'wxa' and self._changed:
                entries = b''.join(info._entry() for info in self.filelist)
                count = len(self.filelist)
                self.fp.seek(self.start_dir)
                self.fp.write(entries + _END.pack(
                    _END_SIGN, 0, 0, count, count, len(entries),
                    self.start_dir, len(self._comment)) + self._comment)
                if self.mode == 'a':
                    self.fp.truncate()
                self.fp.flush()
        finally:
            self._let_go()

    def _let_go(self):
        file, self.fp = self.fp, None
        if self._own and file is not None:
            file.close()


class _Member(io.BytesIO):
    """A member that is being written; added when it is closed."""

    def __init__(self, archive, name):
        super().__init__()
        self._target = archive, name

    def close(self):
        if not self.closed:
            archive, name = self._target
            archive.writestr(name, self.getvalue())
        super().close()
