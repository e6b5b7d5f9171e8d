"""Writes the tables of expected results beside this file, as this Python gives them.

    PYTHONHASHSEED=0 python3.11 src/python/text/testdata/generate.py
"""
import math
import pathlib
import random
import sys

assert sys.version_info[:2] == (3, 11) and sys.flags.hash_randomization == 0
HERE = pathlib.Path(__file__).resolve().parent
rng = random.Random(2024)

TEXTS = ["", "a", "Hello", "it's", "ß straße", "ΑΣ σΑΣ.", "ǆ Ǆ ǅ", "ﬁne", "İstanbul", "x\ty\r\nz\x0bw\x1cv\u2028u",
         "  pad\u3000", "123", "²", "½", "一", "٣", "_id9", "9id", "AbC dEf", "they're Bill's", "ŉ", "a\u0301Σ\u0301", "😀 ok",
         "\x7f\x00", "Ⅷ ⓐ", "tab\there", "a,b,,c", ",", "\u1c80\uab70", "ᾳ ᾼ"]
FLOATS = [0.0, -0.0, 1.0, -1.5, 2.5, 0.1, 1e16, 123456789.0, 1e-5, 12345.678, -0.001, 1e100, math.inf, -math.inf, math.nan, 9.995, 1e15]
INTS = [0, 1, -1, 42, -1234567, 10**20, 65, 255, -(2**64), 0x1F600]


def written(value):
    return str(value).encode("unicode_escape").decode("ascii")


def outcome(compute):
    try:
        return compute()
    except Exception as error:
        return f"!{type(error).__name__}: {error}"


def write(name, rows):
    lines = dict.fromkeys("\t".join(map(written, row)) for row in rows)
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def spec(kinds):
    parts = [
        rng.choice(["", "", "", "<", ">", "^", "=", "*<", "é^", "0=", "x="]),
        rng.choice(["", "", "", "+", "-", " "]),
        rng.choice([""] * 9 + ["z"]),
        rng.choice([""] * 4 + ["#"]),
        rng.choice(["", "", "", "0"]),
        rng.choice(["", "", "1", "8", "15"]),
        rng.choice(["", "", "", ",", "_"]),
        rng.choice(["", "", "", ".0", ".3", ".10"]),
        rng.choice(kinds),
    ]
    return "".join(parts)


formats = []
for kind, values, kinds in [("float", FLOATS, ["", *"eEfFgGn%", "d", "é"]), ("int", INTS, ["", *"bcdoxXneEfFgG%", "s"]),
                            ("str", TEXTS[:8], ["", "s", "s", "d"])]:
    for _ in range(170):
        value, asked = rng.choice(values), spec(kinds)
        formats.append([kind, value, asked, outcome(lambda: format(value, asked))])
for asked in ["5.", ",_", "_,", ",,", "abc", "99999999999999999999", ".99999999999999999999", "\x01", "<05", "=5", "z"]:
    formats.append(["str", "a", asked, outcome(lambda: format("a", asked))])
    formats.append(["int", 1, asked, outcome(lambda: format(1, asked))])
write("formats.txt", formats)

percents = []
for _ in range(250):
    kind = rng.choice(["int", "float", "str"])
    value = rng.choice({"int": INTS, "float": FLOATS, "str": TEXTS[:8]}[kind])
    conversion = rng.choice({"int": "diuxXoc", "float": "eEfFgG", "str": "sra"}[kind] + "y")
    template = ("<%" + rng.choice(["", "-", "+", " ", "#", "0", "-#", "#0", "+0"]) + rng.choice(["", "", "6", "12"])
                + rng.choice(["", "", ".", ".0", ".3"]) + rng.choice(["", "", "l"]) + conversion + ">%%")
    percents.append([template, kind, value, outcome(lambda: template % (value,))])
for template in ["%", "%5", "%(a)d", "%99999999999999999999d", "%.99999999999999999999d", "%5%", "%é", "%hhd"]:
    percents.append([template, "int", 1, outcome(lambda: template % (1,))])
write("percents.txt", percents)

texts = []
for text in TEXTS:
    for name in ["upper", "lower", "title", "capitalize", "swapcase", "casefold"]:
        texts.append([name, text, getattr(text, name)()])
    for name in ["isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "isprintable", "isidentifier",
                 "islower", "isupper", "istitle"]:
        texts.append([name, text, getattr(text, name)()])
    texts.append(["repr", text, repr(text)])
    texts.append(["ascii", text, ascii(text)])
    texts.append(["strip", text, text.strip()])
    texts.append(["zfill", text, text.zfill(7)])
    texts.append(["center", text, text.center(8, "*")])
    texts.append(["expandtabs", text, text.expandtabs(4)])
    texts.append(["split", text, "|".join(text.split())])
    texts.append(["rsplit1", text, "|".join(text.rsplit(None, 1))])
    texts.append(["split,", text, "|".join(text.split(",", 2))])
    texts.append(["splitlines", text, "|".join(text.splitlines())])
    texts.append(["rpartition", text, "|".join(text.rpartition("a"))])
    texts.append(["find", text, text.find("s", -5, -1)])
    texts.append(["count", text, text.count("")])
    texts.append(["replace", text, text.replace("", "-", 3)])
write("texts.txt", texts)

codecs = []
for codec in ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]:
    for data in [b"", b"abcd", b"\xff", b"a\xc3", b"\xe2\x82a", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xc0\x80", b"\xff\xfea\x00",
                 b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdc", b"\x00\x00\x11\x00", b"\xf0\x9f\x98\x80!"]:
        for errors in ["strict", "ignore", "replace", "backslashreplace"]:
            codecs.append(["decode", codec, errors, data.hex(), outcome(lambda: data.decode(codec, errors))])
    for text in ["", "abc", "é", "aλλb", "😀é"]:
        for errors in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "nonsense"]:
            codecs.append(["encode", codec, errors, text, outcome(lambda: text.encode(codec, errors).hex())])
write("codecs.txt", codecs)

# Each line is a life of two sets: operations on the left, the first set's order on the right.
orders = []
for nth in range(60):
    sets, steps = [set(), set()], []
    key = [lambda: rng.randint(0, 40), lambda: rng.randint(-2**62, 2**62), lambda: 8 * rng.randint(0, 9),
           lambda: "".join(rng.choices("abcd", k=rng.randint(1, 3)))][nth % 4]
    for _ in range(rng.choice([12, 40, 120])):
        which, what = rng.randrange(2), rng.choice("+" * 16 + "--p|&~^=c" if nth % 3 else "+++++++++-")
        here, there = sets[which], sets[1 - which]
        name = str(which)
        if what in "+-":
            chosen = key()
            (here.add if what == "+" else here.discard)(chosen)
            name += str(chosen)
        elif what == "p":
            here and here.pop()
        elif what == "=":
            here.update(there)
        elif what == "c":
            here.clear()
        else:
            sets[which] = {"|": here | there, "&": here & there, "~": here - there, "^": here ^ there}[what]
        steps.append(what + name)
    orders.append([" ".join(steps), " ".join(map(str, sets[0]))])
write("../../hashing/testdata/set_orders.txt", orders)
