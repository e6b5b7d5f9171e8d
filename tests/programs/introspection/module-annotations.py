# Annotations of an imported module are its attribute.
import inspect
import sys
import types

with open('annotated_module.py', 'w') as file:
    file.write('a: int = 3\nb: "str" = "q"\n\n\nclass C:\n    x: int = 1\n')
sys.path.insert(0, '.')
sys.dont_write_bytecode = True
import annotated_module as m

print(m.__annotations__, inspect.get_annotations(m), inspect.get_annotations(m.C))
m.__annotations__['c'] = float
print(m.__annotations__)
empty = types.ModuleType('empty')
print(empty.__annotations__)
empty.__annotations__ = {'x': 1}
print(empty.__annotations__)
