# ast.Index and ast.ExtSlice, which libraries still name, give what stands in their place.
import ast

one = ast.Constant(1)
print(ast.Index(one) is one, ast.Index(value=one) is one)
pair = ast.ExtSlice([one, ast.Slice()])
print(ast.dump(pair), ast.dump(ast.ExtSlice(dims=[one])))
print(issubclass(ast.Index, ast.AST), isinstance(one, ast.Index), ast.Index.__name__)
tree = ast.parse('a[1, 2:3]', mode='eval').body
print(type(tree.slice) in {ast.Index: 1, ast.ExtSlice: 2}, ast.dump(tree.slice))
handlers = {ast.Constant: 'constant', ast.Index: 'index', ast.Tuple: 'tuple'}
print([handlers[type(node)] for node in (one, ast.Index(one), pair)])
