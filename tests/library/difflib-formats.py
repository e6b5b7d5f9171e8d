import difflib, random
R=random.Random(3)
tot=0
for t in range(20):
    n=R.randint(0,12)
    a=[''.join(R.choice('ab \tc') for _ in range(R.randint(0,12)))+'\n' for _ in range(n)]
    b=[(l if R.random()<.5 else ''.join(c if R.random()<.8 else R.choice('xyz ') for c in l)) for l in a if R.random()<.9]
    if R.random()<.5: b.insert(R.randint(0,len(b)), 'new line\n')
    print(list(difflib.ndiff(a,b)))
    print(list(difflib.unified_diff(a,b,'x','y',n=1)), list(difflib.context_diff(a,b,n=2)))
    s=difflib.SequenceMatcher(lambda x:x==' ', ''.join(a),''.join(b)); print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_opcodes(), s.find_longest_match())
a=''.join(R.choice('abcdefgh') for _ in range(400)); b=a[:150]+'zz'+a[160:]
s=difflib.SequenceMatcher(None,a,b); print(s.ratio(), s.get_matching_blocks(), list(s.get_grouped_opcodes(2)))
print(difflib.get_close_matches('appel',['ape','apple','peach','puppy']))
d=list(difflib.ndiff(['a\n','b\n'],['a\n','c\n'])); print(list(difflib.restore(d,1)),list(difflib.restore(d,2)))
