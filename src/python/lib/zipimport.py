"""Importing from zip files, which the playground does not do."""

__all__ = ['ZipImportError', 'zipimporter']


class ZipImportError(ImportError):
    """The path is no zip file."""


class zipimporter:
    """Cannot be made."""

    def __init__(self, path):
        raise ZipImportError(f'not a Zip file: {path!r}', path=path)
