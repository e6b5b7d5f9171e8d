# One character of a text is the same object wherever a text is taken apart.
text = "héllo, wörld"
again = "".join(reversed(text))
print([a is b for a, b in zip(text, reversed(again))])
print(text[4] is again[-5], chr(246) is text[8], text[-1] is chr(100))
counts = {}
for letter in text:
    counts[letter] = counts.get(letter, 0) + 1
print(counts)

# Methods that are called most, with the arguments they usually have and with others.
print(",".join([]), "-".join(["x"]), "é".join(["1", "2", "3"]))
for wrong in (["a", 1], [None], [b"x"]):
    try:
        ",".join(wrong)
    except TypeError as error:
        print(error)


class Word(str):
    pass


print("-".join([Word("q"), "r"]), Word("-").join(["a", "b"]))
print("abc".startswith("a"), "abc".startswith(Word("ab")), "abc".startswith(("x", "a")), "ö".endswith("ö"))
print("abc".endswith("abc", 1), "".startswith(""), "abc".endswith(""))
print("abcabc".find("c", 3), "abcabc".find("c", -1), "abcabc".find("z"), "abcabc".find("", 6), "abcabc".find("", 7))
print("öabc".find("c"), "abc".find("b", True), "abc".find("b", None))
for call in ("abc".startswith, "abc".endswith, "abc".find):
    try:
        call(5)
    except TypeError as error:
        print(error)
