# Case mappings of str over all of Unicode.
for source in r'''
'Straße'.upper(), 'STRASSE'.lower(), 'Straße'.casefold(), 'ß'.title(), 'ß'.capitalize(), 'ß'.swapcase()
'ﬁ'.upper(), 'ﬁ'.title(), 'ﬁ'.capitalize(), 'ﬃ'.casefold(), 'ŉ'.upper(), 'ΐ'.upper(), 'ΰ'.title()
'İ'.lower(), len('İ'.lower()), 'ı'.upper(), 'I'.lower(), 'i'.upper(), 'İ'.casefold(), 'İ'.swapcase()
'ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'Σ'.lower(), 'ΑΣ.'.lower(), 'ΑΣ Β'.lower(), 'Α.Σ'.lower(), 'ΑΣ\u0301'.lower(), '\u0301Σ'.lower()
'ς'.upper(), 'ς'.casefold(), 'ΣΣ'.title(), 'ὈΔΥΣΣΕΎΣ'.lower(), 'ὈΔΥΣΣΕΎΣ'.capitalize(), 'ὈΔΥΣΣΕΎΣ'.swapcase()
'ǆ'.title(), 'ǆ'.upper(), 'ǅ'.lower(), 'ǅ'.swapcase(), 'Ǆ'.capitalize(), 'ǅ'.istitle(), 'ǅ'.isupper(), 'ǅ'.islower()
'hello world'.title(), "they're bill's".title(), 'x-y_z 3d a1b'.title(), 'ÀÉ'.title(), "l'été".title(), 'aB1cD'.title()
'hello'.capitalize(), 'HELLO'.capitalize(), ''.capitalize(), '1abc'.capitalize(), 'éA'.capitalize(), ' aB'.capitalize()
'aBc'.swapcase(), 'äÖ'.swapcase(), '123'.swapcase(), 'ŉ'.swapcase(), 'ᾳ'.swapcase(), 'ᾳ'.title(), 'ᾳ'.upper(), 'ᾼ'.lower()
'Ⅷ'.lower(), 'ⓐ'.upper(), 'Ⓐ'.islower(), 'ⓐ'.islower(), 'Ⅷ'.isupper(), 'ª'.islower(), 'ª'.upper(), 'ʰ'.islower()
'𐐀'.lower(), '𐐨'.upper(), '𝐀'.lower(), '𝐀'.isupper(), '𞤀'.lower(), 'ꭰ'.upper(), 'Ꭰ'.lower(), 'ꭰ'.casefold(), 'Ꭰ'.casefold()
'µ'.upper(), 'µ'.casefold(), 'ſ'.upper(), 'ſ'.casefold(), 'K'.lower(), 'Å'.lower(), 'ẞ'.lower(), 'ẞ'.casefold(), 'ÿ'.upper()
'ა'.upper(), 'ა'.title(), 'ა'.capitalize(), 'Ა'.lower(), 'ა'.islower(), 'Ა'.isupper(), 'ა'.casefold()
'abc'.islower(), 'aBc'.islower(), 'a1'.islower(), '1'.islower(), ''.islower(), 'ABC'.isupper(), 'A1'.isupper(), ''.isupper()
'Hello World'.istitle(), 'Hello world'.istitle(), 'HELLO'.istitle(), ''.istitle(), '1'.istitle(), "They'Re".istitle(), 'A'.istitle(), '3D'.istitle(), '3d'.istitle()
'ΐ'.casefold() == 'ΐ'.casefold(), 'maſſe'.casefold(), 'ŉ'.casefold(), 'ᾀ'.casefold(), 'ﬅ'.casefold(), 'և'.casefold(), 'և'.upper(), 'և'.title()
'a'.upper(1)
'a'.casefold(locale='tr')
sum(chr(i).isupper() for i in range(0x290)), sum(chr(i).islower() for i in range(0x290)), sum(chr(i).istitle() for i in range(0x290))
sum(len(chr(i).upper()) > 1 for i in range(0x20000) if not 0xd800 <= i < 0xe000)
sum(len(chr(i).casefold()) > 1 for i in range(0x20000) if not 0xd800 <= i < 0xe000)
[hex(i) for i in range(0x20000) if not 0xd800 <= i < 0xe000 and len(chr(i).lower()) > 1]
'''.strip().splitlines():
    try:
        print(source, '->', repr(eval(source)))
    except Exception as error:
        print(source, '!!', type(error).__name__, error)
