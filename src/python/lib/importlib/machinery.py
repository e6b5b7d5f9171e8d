"""What imports are made of."""

from _imports import PathFinder

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


class ModuleSpec:
    """What is known of a module before it is there."""

    def __init__(self, name, loader, *, origin=None, loader_state=None,
                 is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    def __repr__(self):
        text = f'name={self.name!r}, loader={self.loader!r}'
        if self.origin is not None:
            text += f', origin={self.origin!r}'
        if self.submodule_search_locations is not None:
            text += (', submodule_search_locations='
                     f'{self.submodule_search_locations}')
        return f'ModuleSpec({text})'

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return vars(self) == vars(other)

    __hash__ = None


class BuiltinImporter:
    """Knows what it need not: the library is found without finders."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class FrozenImporter(BuiltinImporter):
    pass


class SourceFileLoader:
    """Runs the text of a file of the run's file system."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def get_filename(self, name=None):
        return self.path

    def get_source(self, fullname=None):
        if self.path.startswith('<library>/'):
            import linecache
            return ''.join(linecache.getlines(self.path))
        with open(self.path, encoding='utf-8') as file:
            return file.read()

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_code(self, fullname=None):
        return compile(self.get_source(), self.path, 'exec')

    def get_resource_reader(self, name):
        return None

    def is_package(self, fullname=None):
        return self.path.endswith('/__init__.py')

    def exec_module(self, module):
        exec(self.get_code(), vars(module))

    def load_module(self, fullname=None):
        from _imports import load_spec
        spec = ModuleSpec(self.name, self, origin=self.path)
        spec.has_location = True
        return load_spec(spec)

    def __repr__(self):
        return (f'<_frozen_importlib_external.SourceFileLoader object at '
                f'{id(self):#x}>')


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
