"""What finders and loaders of modules have to do."""

import abc

from .machinery import SourceFileLoader


class MetaPathFinder(abc.ABC):
    """Finds modules for `sys.meta_path`."""

    def invalidate_caches(self):
        """Forgets what it found."""


class PathEntryFinder(MetaPathFinder):
    """Finds modules below one entry of a path."""


class Loader(abc.ABC):
    """Makes modules."""

    def create_module(self, spec):
        """The module to fill; None for a usual one."""
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from _imports import load_spec
        from .util import spec_from_loader
        return load_spec(spec_from_loader(fullname, self))


class ResourceLoader(Loader):
    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    """A loader that knows the text of modules."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when '
                              'get_code() returns None')
        exec(code, vars(module))


class ExecutionLoader(InspectLoader):
    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError


class FileLoader(ResourceLoader, ExecutionLoader):
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path


class SourceLoader(ResourceLoader, ExecutionLoader):
    def get_source(self, fullname):
        return self.get_data(self.get_filename(fullname)).decode()


FileLoader.register(SourceFileLoader)
SourceLoader.register(SourceFileLoader)
