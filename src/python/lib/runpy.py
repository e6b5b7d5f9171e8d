"""Runs modules and files as programs, and gives what they named."""

__all__ = ['run_module', 'run_path']

import importlib.util
import os
import sys
import types
from contextlib import contextmanager


@contextmanager
def _in_place_of(name, first_argument):
    """A new module under this name, and `sys.argv[0]`, for a while."""
    module = types.ModuleType(name)
    had = name in sys.modules
    before, argument = sys.modules.get(name), sys.argv[0]
    sys.modules[name] = module
    sys.argv[0] = first_argument
    try:
        yield module.__dict__
    finally:
        sys.argv[0] = argument
        if had:
            sys.modules[name] = before
        else:
            sys.modules.pop(name, None)


def _run(code, names, init_globals, name, spec, file, package):
    names.update(init_globals or {})
    names.update(__name__=name, __file__=file,
                 __cached__=spec and spec.cached, __doc__=None,
                 __loader__=spec and spec.loader, __package__=package,
                 __spec__=spec)
    exec(code, names)
    return names


def _found(name):
    """(name, spec, code) of a module, or of what runs for a package."""
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    package = name.rpartition('.')[0]
    if package:
        __import__(package)
        here = sys.modules.get(name)
        if here is not None and not hasattr(here, '__path__'):
            import warnings
            warnings.warn(RuntimeWarning(
                f'{name!r} found in sys.modules after import of package '
                f'{package!r}, but prior to execution of {name!r}; this may '
                'result in unpredictable behaviour'))
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return _found(name + '.__main__')
        except ImportError as problem:
            if name not in sys.modules:
                raise
            raise ImportError(
                f'{problem}; {name!r} is a package and cannot be directly '
                'executed') from problem
    code = getattr(spec.loader, 'get_code', lambda name: None)(name)
    if code is None:
        raise ImportError(f'No code object available for {name}')
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module that can be imported; a package's `__main__`."""
    mod_name, spec, code = _found(mod_name)
    run_name = mod_name if run_name is None else run_name
    rest = init_globals, run_name, spec, spec.origin, spec.parent
    if not alter_sys:
        return _run(code, {}, *rest)
    with _in_place_of(run_name, spec.origin) as names:
        return _run(code, names, *rest).copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or the `__main__` of a folder."""
    name = '<run_path>' if run_name is None else run_name
    path = os.fsdecode(path_name)
    if os.path.isdir(path):
        sys.path.insert(0, path)
        try:
            kept = sys.modules.pop('__main__', None)
            try:
                _, spec, code = _found('__main__')
            finally:
                if kept is not None:
                    sys.modules['__main__'] = kept
            with _in_place_of(name, path) as names:
                return _run(code, names, init_globals, name, spec,
                            spec.origin, '').copy()
        finally:
            if path in sys.path:
                sys.path.remove(path)
    with open(path, 'rb') as file:
        code = compile(file.read(), path, 'exec')
    with _in_place_of(name, path) as names:
        return _run(code, names, init_globals, name, None, path,
                    name.rpartition('.')[0]).copy()
