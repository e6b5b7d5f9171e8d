import os.path as p
print(p.join('a','b','/c','d'), p.split('/a/b/'), p.splitext('.a.b'), p.splitext('x/.bashrc'), p.normpath('a/./b/../../..//c'), p.normpath('//a/../..'), p.relpath('/a/b','/a/c/d'), p.commonpath(['/a/b/c','/a/b/d']), p.basename('x/y.py'), p.dirname('/x'), p.isabs('/a'), p.commonprefix(['abc','abd']), p.expandvars('$NOPE ${X}'))
