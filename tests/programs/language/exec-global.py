# `global` at the top of a text that exec runs with namespaces of its own.
g, l = {}, {}
exec("global y; y = 1; z = 2", g, l)
print('y' in g, l)
exec("global f\ndef f(): return 3\nclass A:\n    global q\n    q = 4\n", g, l)
print(sorted(k for k in g if k != '__builtins__'), sorted(l))
exec("global w\nfor w in range(3): pass\nimport sys\nglobal os\nimport os\ndel w", g, l)
print(sorted(k for k in g if k != '__builtins__'), sorted(l))
exec("global y\ny += 1\nprint(y, z, [y for _ in range(2)])", g, l)
print(g['y'], l['z'])
