a=0
print({0,255,7}, set([0,255,7]), {a,255,7}, frozenset([0,255,7]), set(frozenset([0,255,7])))
s=set(); s.update(frozenset([0,255,7])); print(s)
s=set(); s.update({0,255,7}); print(s)
print({255, 2147483647, -3}, set([255, 2147483647, -3]), frozenset((255, 2147483647, -3)))
s=set(); s.update(frozenset((255, 2147483647, -3))); print(s)
print({7}^set(),({7}^set()).symmetric_difference('say "hi"'), {7}.symmetric_difference('say "hi"'), set('say "hi"'))
s={7}; s.symmetric_difference_update('say "hi"'); print(s)
