"""Messages of sounds."""

__all__ = ['MIMEAudio']

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

_BEGINNINGS = (
    ('basic', 0, b'.snd'), ('x-wav', 8, b'WAVE'), ('x-aiff', 8, b'AIFF'),
    ('x-aiff', 8, b'AIFC'),
)


class MIMEAudio(MIMENonMultipart):
    """The kind is seen from how the bytes begin, if it is not said."""

    def __init__(self, _audiodata, _subtype=None,
                 _encoder=encoders.encode_base64, *, policy=None, **_params):
        if _subtype is None:
            _subtype = next((name for name, at, sign in _BEGINNINGS
                             if _audiodata[at:at + len(sign)] == sign), None)
        if _subtype is None:
            raise TypeError('Could not find audio MIME subtype')
        super().__init__('audio', _subtype, policy=policy, **_params)
        self.set_payload(_audiodata)
        _encoder(self)
