"""Messages of a text."""

__all__ = ['MIMEText']

from email.mime.nonmultipart import MIMENonMultipart


class MIMEText(MIMENonMultipart):
    """A text, in ASCII or UTF-8 if nothing else is said."""

    def __init__(self, _text, _subtype='plain', _charset=None, *, policy=None):
        if _charset is None:
            try:
                _text.encode('us-ascii')
                _charset = 'us-ascii'
            except UnicodeEncodeError:
                _charset = 'utf-8'
        super().__init__('text', _subtype, policy=policy,
                         charset=str(_charset))
        self.set_payload(_text, _charset)
