import html, shlex
print(html.escape('<a href="x">\'&</a>'), html.escape('"',False), html.unescape('&lt;&amp;&eacute;&#65;&#x42;&copy&nbsp;&foo;&notit;&#0;&#128;&apos;&hellip; & &amp'))
for s in ['a b  c', "a 'b c' d", 'a "b \\" c" d', "a\\ b", "''", "a#b # c", 'x="y z"', "it\\'s", 'a\tb\nc', 'café ñ', "a''b", '"a\\b"']:
    for kw in ({}, {'comments':True}, {'posix':False}):
        try: print(repr(s), kw, shlex.split(s,**kw))
        except ValueError as e: print(e)
for s in ["a 'b", 'a \\', '"x']:
    try: print(shlex.split(s))
    except ValueError as e: print(e)
print(shlex.quote('a b'), shlex.quote("it's"), shlex.quote(''), shlex.quote('ok-1.txt'), shlex.join(['a b','c',"d'e"]))
print(list(shlex.shlex('a && b || c; d >e',punctuation_chars=True)), list(shlex.shlex("foo = 'bar baz' # c\nx-y")), list(shlex.shlex('a.b c-d',posix=True)))
