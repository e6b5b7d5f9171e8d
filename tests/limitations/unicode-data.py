import unicodedata
print(unicodedata.name('\u1000', 'no name'))
print(repr(unicodedata.decomposition('\ufb01')))
