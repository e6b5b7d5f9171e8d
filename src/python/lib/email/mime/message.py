"""Messages of a message."""

__all__ = ['MIMEMessage']

from email.message import Message
from email.mime.nonmultipart import MIMENonMultipart


class MIMEMessage(MIMENonMultipart):
    """Another message, as it was sent."""

    def __init__(self, _msg, _subtype='rfc822', *, policy=None):
        if not isinstance(_msg, Message):
            raise TypeError('Argument is not an instance of Message')
        super().__init__('message', _subtype, policy=policy)
        self._payload = [_msg]
        self.set_default_type('message/rfc822')
