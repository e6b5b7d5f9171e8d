"""Messages of a picture."""

__all__ = ['MIMEImage']

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

_BEGINNINGS = (
    ('jpeg', 6, b'JFIF'), ('jpeg', 6, b'Exif'), ('jpeg', 0, b'\xff\xd8\xff'),
    ('png', 0, b'\x89PNG\r\n\x1a\n'), ('gif', 0, b'GIF87a'),
    ('gif', 0, b'GIF89a'), ('tiff', 0, b'MM'), ('tiff', 0, b'II'),
    ('rgb', 0, b'\x01\xda'), ('xbm', 0, b'#define '),
    ('rast', 0, b'\x59\xa6\x6a\x95'),
    ('bmp', 0, b'BM'), ('webp', 8, b'WEBP'), ('exr', 0, b'\x76\x2f\x31\x01'),
)


class MIMEImage(MIMENonMultipart):
    """The kind is seen from how the bytes begin, if it is not said."""

    def __init__(self, _imagedata, _subtype=None,
                 _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = next((name for name, at, sign in _BEGINNINGS
                             if _imagedata[at:at + len(sign)] == sign), None)
        if _subtype is None:
            raise TypeError('Could not guess image MIME subtype')
        super().__init__('image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
