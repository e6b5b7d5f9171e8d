# Methods of str, with positions in code points.
s = "Grüße, Welt! 😀 ok"
print(s.find("W"), s.rfind("o"), s.index("😀"), s.count("e"), s.find("zz"), s.find("e", 5, 9))
print(s.startswith("Gr"), s.startswith(("x", "Grü")), s.endswith("ok"), s.endswith("o", 0, -1))
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.casefold(), "ñandú".capitalize())
print(s.replace("e", "E"), s.replace("e", "E", 1), "aaa".replace("", "-"), "aaa".replace("", "-", 2))
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"), "abcab".strip("ab"))
print("a,b,,c".split(","), "a b  c".split(), " a b ".split(" "), "a,b,c".rsplit(",", 1), "a b c".split(maxsplit=1))
print("a\nb\r\nc\x0bd".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print("x".center(4, "*"), "x".ljust(3, ".") + "|", "x".rjust(3), "-7".zfill(4), "a\tb".expandtabs(4))
print("-".join(["a", "b", "c"]), "".join("xyz"), ", ".join(str(i) for i in range(3)), "-".join(()))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("z"))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), "½".isnumeric(), "x y".isidentifier(), "\t".isspace())
print("abc".translate({97: "X", 98: None, 99: 100}), "hello".translate(str.maketrans("el", "ip", "o")))
print("{0} {1} {0}".format(1, 2), "{a}-{b!r:>5}".format(a=1, b="x"))
print("{:>8}|{:<8}|{:^8}|{:*^8}".format("a", "b", "c", "d"), "{:,} {:.3f} {:+d} {:x} {:#b}".format(1234567, 3.14159, 5, 255, 5))
print("{0.real} {1[k]} {2[1]}".format(3, {"k": "v"}, [1, 2]), "{:{w}.{p}f}".format(2.5, w=8, p=2), "{{}}".format())
print("{x} {y}".format_map({"x": 1, "y": 2}))
print("é".encode(), "é".encode("latin-1"), "aé".encode("ascii", "replace"), "aé".encode("ascii", "backslashreplace"))
print(str(b"abc", "utf-8"), str(b"\xff", "utf-8", "replace"), str(), str(1.5), str(None))
print("abc"[0], "abc"[-1], "abc"[::-1], "😀a"[1], "abc"[5:], "ab" * 3, 2 * "ab", "a" in "abc", "" in "")
print("a" < "b", "a" <= "a", "Z" < "a", "abc" > "abd", "a" != "b", max("hello"), sorted("hello"))
print(len(s), [c for c in "aé😀"], hash("a") == hash("a"), "%s" % "x", repr("it's \"x\"\n\x00"))


class Name(str):
    def shout(self):
        return self.upper() + "!"


n = Name("bob")
print(n, repr(n), n.shout(), n + "by", len(n), n == "bob", {n: 1}["bob"], type(n.upper()).__name__, n[0], "b" in n)
print(" ".join([n, n]), "x".join(Name("ab")), n.replace(Name("b"), Name("B")), f"{n:>5}", isinstance(n, str))


class Spec:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "spec"

    def __repr__(self):
        return "Spec()"


print("{:abc} {!s} {!r}".format(Spec(), Spec(), Spec()), f"{Spec():q}", "%s %r" % (Spec(), Spec()), str(Spec()))


class Index:
    def __index__(self):
        return 4


print("x".center(Index()) + "|", "abcdefgh".find("e", Index()), "ab" * Index(), "abcdefgh"[Index()], int(Index()))
print(str.upper("x"), str.join(",", "ab"), "x".__add__("y"), "x".__len__(), "abc".__contains__("b"), "a".__eq__(1))
