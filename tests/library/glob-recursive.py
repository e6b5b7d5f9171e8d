import glob
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('sub/deep')
for name in ('top.txt', '.hidden', 'sub/one.py', 'sub/deep/two.py',
             'sub/deep/.secret'):
    open(name, 'w').close()
for pattern in ('**', '**/*', '**/*.py', '**/*.txt', 'sub/**', 'sub/**/*',
                '**/deep', '**/', '**/deep/**', '*/**', './**', '**/.h*',
                '', '*.nope'):
    print(pattern, sorted(glob.glob(pattern, recursive=True)),
          sorted(glob.glob(pattern)))
print(sorted(glob.glob('**', recursive=True, include_hidden=True)))
print(sorted(glob.glob('**/*', recursive=True, include_hidden=True)))
print(sorted(glob.glob('**/*', recursive=True, root_dir='sub')))
print(sorted(glob.glob(b'**/*.txt', recursive=True)))
print(sorted(glob.iglob('**/[!.]*', recursive=True)))
