"""Files that nobody closes: the warning names the line that dropped them."""
import contextlib
import io
import os
import sys
import tempfile
import warnings

HERE = sys._getframe().f_code.co_filename
warnings.simplefilter('always')
folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
open('some.txt', 'w').close()
stream = io.StringIO()


def in_a_function(*args, **kwargs):
    file = open('some.txt', *args, **kwargs)
    return file.name

with contextlib.redirect_stderr(stream):
    in_a_function(encoding='utf-8')
    in_a_function('rb')
    in_a_function('rb', buffering=0)
    file = open('some.txt', 'r+b')
    del file
    file = open('some.txt', encoding='ascii')
    file = None
os.chdir('/')
folder.cleanup()
print(stream.getvalue().replace(HERE, 'HERE'))
