from ast import literal_eval
for t in ["1","-1","+1.5","1+2j","-1-2j","'a' 'b'","b'x'","r'\\d'","[1,[2,],()]","(1,)","(1)","{}","{'a':1,'b':[None,True],}","{1,2}","{1,}","set()","...","0x1F","1_000"," 1e5","'''a\nb'''","[\n1,\n2]","{'k':{'n':(1,2)}}","f(1)","a","1+2","[x for x in y]","1 if 1 else 2","__import__('os')","'a'+'b'","{1:2,**x}","-'a'","","1 2","[1","'a'.b","1,2", "[1]*2"]:
    try: print(t, '->', repr(literal_eval(t)))
    except ValueError as e: print(t, 'ValueError', str(e)[:24])
    except SyntaxError as e: print(t, 'SyntaxError')
