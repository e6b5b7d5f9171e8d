#!/usr/bin/python
# vim: set fileencoding=gbk :
for source in (b"# coding: nonsense\n1", b"# coding: latin-1\n1", b"1\n# coding: utf-8\n\n# coding: nonsense", b"\n\n# coding: nonsense\n", b"1\0", "1\0", "# coding: nonsense\n1"):
    try:
        exec(source)
        print("runs", source)
    except SyntaxError as error:
        print(source, error.msg, error.lineno, error.filename)
