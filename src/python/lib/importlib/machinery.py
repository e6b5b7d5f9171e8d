"""What imports are made of."""

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
        with open(self.path) as file:
            return file.read()

    def is_package(self, fullname=None):
        return self.path.endswith('/__init__.py')

    def exec_module(self, module):
        module.__file__ = self.path
        exec(compile(self.get_source(), self.path, 'exec'), vars(module))
