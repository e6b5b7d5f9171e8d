import sys

names = sys.stdlib_module_names
print(type(names).__name__, type(sys.builtin_module_names).__name__)
for name in ('asyncio', 'asyncio.queues', 'builtins', 'sys', 'collections', '_collections', 'collections.abc', 'math', 'nothing'):
    print(name, name in names)
for name in ('asyncio', 'builtins', 'sys', '_collections', 'collections', 'nothing'):
    print(name, name in sys.builtin_module_names)
print(list(sys.builtin_module_names) == sorted(sys.builtin_module_names))
