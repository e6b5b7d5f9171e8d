"""Messages of any kind."""

__all__ = ['MIMEBase']

from email.message import Message


class MIMEBase(Message):
    """A message that says what it holds."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__(policy)
        self.add_header('Content-Type', f'{_maintype}/{_subtype}', **_params)
        self['MIME-Version'] = '1.0'
