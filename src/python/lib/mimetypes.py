"""Kinds of files by the ends of their names."""

__all__ = ['MimeTypes', 'add_type', 'common_types', 'encodings_map',
           'guess_all_extensions', 'guess_extension', 'guess_type', 'init',
           'knownfiles', 'read_mime_types', 'suffix_map', 'types_map']

import os.path as posixpath
from urllib.parse import unquote

knownfiles = []
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz',
              '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2',
                 '.xz': 'xz', '.br': 'br'}
common_types = {'.rtf': 'application/rtf', '.midi': 'audio/midi',
                '.mid': 'audio/midi', '.jpg': 'image/jpg',
                '.pict': 'image/pict', '.pct': 'image/pict',
                '.pic': 'image/pict', '.webp': 'image/webp',
                '.xul': 'text/xul'}

# A kind of media, then its types with the ends of names for each; the first
# end is the one that is guessed for the type.
_KINDS = '''
application javascript js,mjs json json webmanifest webmanifest
 msword doc,dot,wiz n-triples nt n-quads nq trig trig
 octet-stream bin,a,dll,exe,o,obj,so oda oda pdf pdf pkcs7-mime p7c
 postscript ps,ai,eps vnd.apple.mpegurl m3u,m3u8 vnd.ms-excel xls,xlb
 vnd.ms-powerpoint ppt,pot,ppa,pps,pwz wasm wasm x-bcpio bcpio x-cpio cpio
 x-csh csh x-dvi dvi x-gtar gtar x-hdf hdf x-hdf5 h5 x-latex latex x-mif mif
 x-netcdf cdf,nc x-pkcs12 p12,pfx x-pn-realaudio ram x-python-code pyc,pyo
 x-sh sh x-shar shar x-shockwave-flash swf x-sv4cpio sv4cpio x-sv4crc sv4crc
 x-tar tar x-tcl tcl x-tex tex x-texinfo texi,texinfo x-troff roff,t,tr
 x-troff-man man x-troff-me me x-troff-ms ms x-ustar ustar
 x-wais-source src xml xsl,rdf,wsdl,xpdl zip zip
audio 3gpp 3gp,3gpp 3gpp2 3g2,3gpp2 aac adts,aac,loas,ass basic au,snd
 mpeg mp3,mp2 opus opus x-aiff aif,aifc,aiff x-pn-realaudio ra x-wav wav
image avif avif bmp bmp gif gif ief ief jpeg jpg,jpe,jpeg heic heic heif heif
 png png svg+xml svg tiff tiff,tif vnd.microsoft.icon ico x-cmu-raster ras
 x-portable-anymap pnm x-portable-bitmap pbm x-portable-graymap pgm
 x-portable-pixmap ppm x-rgb rgb x-xbitmap xbm x-xpixmap xpm x-xwindowdump xwd
message rfc822 eml,mht,mhtml,nws
text css css csv csv html html,htm n3 n3
 plain txt,bat,c,h,ksh,pl,srt richtext rtx tab-separated-values tsv vtt vtt
 x-python py x-rst rst x-setext etx x-sgml sgm,sgml x-vcard vcf xml xml
video mp4 mp4 mpeg mpeg,m1v,mpa,mpe,mpg quicktime mov,qt webm webm
 x-msvideo avi x-sgi-movie movie
'''


def _table():
    table = {}
    for paragraph in _KINDS.strip().replace('\n ', ' ').splitlines():
        kind, *words = paragraph.split()
        for name, ends in zip(words[::2], words[1::2]):
            for end in ends.split(','):
                table.setdefault('.' + end, f'{kind}/{name}')
    return table


types_map = _table()
# What `init` begins anew with, whatever was added meanwhile.
_DEFAULTS = tuple(map(dict, (encodings_map, suffix_map, types_map,
                             common_types)))


class MimeTypes:
    """A table of kinds; a pair holds what is only common, then the rest."""

    def __init__(self, filenames=(), strict=True):
        encodings, suffixes, kinds, common = _DEFAULTS
        self.encodings_map = dict(encodings)
        self.suffix_map = dict(suffixes)
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for end, kind in kinds.items():
            self.add_type(kind, end, True)
        for end, kind in common.items():
            self.add_type(kind, end, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        ends = self.types_map_inv[strict].setdefault(type, [])
        if ext not in ends:
            ends.append(ext)

    def guess_type(self, url, strict=True):
        """The kind and the encoding of a file's name; None where unknown."""
        url = getattr(url, '__fspath__', lambda: url)()
        scheme, colon, rest = url.partition(':')
        if colon and len(scheme) > 1 and scheme.isalnum():
            if scheme == 'data':
                kind = rest.partition(',')[0].partition(';')[0]
                if not rest.count(','):
                    return None, None
                return ('text/plain' if '=' in kind or '/' not in kind
                        else kind), None
            url = unquote(rest)
        base, end = posixpath.splitext(url)
        while end.lower() in self.suffix_map:
            base, end = posixpath.splitext(
                base + self.suffix_map[end.lower()])
        encoding = self.encodings_map.get(end)
        if encoding:
            base, end = posixpath.splitext(base)
        end = end.lower()
        kind = self.types_map[True].get(end)
        if kind is None and not strict:
            kind = self.types_map[False].get(end)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        ends = list(self.types_map_inv[True].get(type, []))
        if not strict:
            ends += [end for end in self.types_map_inv[False].get(type, [])
                     if end not in ends]
        return ends

    def guess_extension(self, type, strict=True):
        ends = self.guess_all_extensions(type, strict)
        return ends[0] if ends else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Adds lines of a type and the ends of names that it has."""
        for line in fp:
            words = line.partition('#')[0].split()
            for end in words[1:]:
                self.add_type(words[0], '.' + end, strict)


_db = None


def init(files=None):
    """Forgets what was added; then reads the files."""
    global _db, encodings_map, suffix_map, types_map, common_types
    _db = MimeTypes(files or ())
    encodings_map, suffix_map = _db.encodings_map, _db.suffix_map
    common_types, types_map = _db.types_map


def _known():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _known().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    return _known().add_type(type, ext, strict)


def read_mime_types(file):
    """What a file adds to the usual types; None if it cannot be read."""
    try:
        opened = open(file, encoding='utf-8')
    except OSError:
        return None
    made = MimeTypes()
    with opened:
        made.readfp(opened, True)
    return made.types_map[True]
