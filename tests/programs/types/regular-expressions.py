# The module re.
import re
m = re.match(r"(\w+) (?P<last>\w+)", "Ada Lovelace, 1815")
print(m, m.group(), m.group(1, "last"), m.groups(), m.groupdict(), m.span("last"), m.start(), m.end(2), m["last"], m.lastindex, m.lastgroup)
print(re.search(r"\d+", "abc 123 def").span(), re.fullmatch(r"\d+", "12a"), re.match("b", "ab"), bool(re.search("b", "ab")))
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)=(\d)", "a=1 b=2"), re.findall(r"(a)|b", "ab"), re.findall("", "ab"))
print([x.group() for x in re.finditer(r"[aeiou]", "education")])
print(re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.split(r",", "a,b,c", maxsplit=1), re.split("x*", "axbc"))
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w+) (\w+)", r"\2 \1", "x y"), re.sub(r"(?P<n>\d+)", r"<\g<n>>", "a12"), re.sub("x", lambda m: m.group().upper(), "axbx", count=1), re.subn("a", "b", "banana"))
print(re.sub("x*", "-", "abxd"), re.sub(r"\b", "|", "hi yo"), re.sub(r"(a)?b", r"[\1]", "ab b"), re.sub("a", r"\n\\", "xa"), re.sub("a", "\\t", "a"))
p = re.compile(r"""
    (\d+)   # number
    \s*
    ([a-z]+)  # unit
""", re.VERBOSE | re.I)
print(p, p.flags, p.groups, p.groupindex, p.pattern[:8], p.match("12 KG").groups(), p == re.compile(p.pattern, re.X | re.I))
print(re.compile("a"), re.compile("a", re.M | re.S), re.compile(b"a"), re.I, re.I | re.M, re.compile("(?i)x").flags, re.RegexFlag(0))
print(re.findall(r"(?m)^\w+", "one\ntwo"), re.findall(r"(?s)a.b", "a\nb"), re.findall(r"(?<=\$)\d+", "$5 $10"), re.findall(r"\w+(?=!)", "hi! ho"), re.findall(r"(?<!a)b", "ab cb"))
print(re.escape("a.b*c [x]"), re.match(r"(a+)+$", "aaaa"), re.search(r"(\w)\1", "hello").group(), re.findall(b"\\d+", b"1 22"), re.sub(b"a", b"b", b"aa"))
print(p.search("x 3m", 1), p.search("12kg 3m", 3).span(), re.compile("^b").match("ab", 1), re.compile("b$").search("abc", 0, 2))
print(m.expand(r"\2, \1"), m.string, m.re.pattern, m.pos, m.endpos, m.regs)
print(re.search("é+", "caféé").span(), re.findall(r"\w", "añ_1-"), re.findall(r"(?a)\w", "añ"), re.search("(?i)É", "é") is not None)
for pattern in ["(", "[a", "*a", "a**", "(?P<n>a)(?P<n>b)", r"\1", "(?<=a+)b", ")", r"\q", "a{2,1}", "x(?i)"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(error, "|", error.msg, error.pos, error.lineno, error.colno)
for work in [lambda: m.group(5), lambda: m.group("zz"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.sub("a", r"\5", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.compile(5), lambda: re.match("a", 5)]:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
TOKEN = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<op>[-+*/()])|(?P<skip>\s+)|(?P<bad>.)")
print([(t.lastgroup, t.group()) for t in TOKEN.finditer("3.5 + (4*x)") if t.lastgroup != "skip"])
