"""Messages without parts."""

__all__ = ['MIMENonMultipart']

from email.errors import MultipartConversionError
from email.mime.base import MIMEBase


class MIMENonMultipart(MIMEBase):
    """A message that refuses parts."""

    def attach(self, payload):
        raise MultipartConversionError('Cannot attach additional subparts to '
                                       'non-multipart/*')
