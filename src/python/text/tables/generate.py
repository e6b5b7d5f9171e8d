"""Writes ../unicode_tables.rs from this Python's own Unicode database.

Run with the Python whose behaviour the interpreter promises (3.11, Unicode 14):

    python3 src/python/text/tables/generate.py
"""
import pathlib
import unicodedata

assert unicodedata.unidata_version == "14.0.0", unicodedata.unidata_version

CHARS = [chr(n) for n in range(0x110000) if not 0xD800 <= n <= 0xDFFF]


def boundaries(has):
    """The code points at which membership flips, starting from "not in"."""
    out, inside = [], False
    for char in CHARS:
        if has(char) != inside:
            inside = not inside
            out.append(ord(char))
    return out


def numbers(values):
    lines, line = [], "   "
    for value in values:
        word = f" {value:#x},"
        if len(line) + len(word) > 100:
            lines.append(line)
            line = "   "
        line += word
    return "\n".join(lines + [line])


def text(string):
    return "".join(f"\\u{{{ord(c):x}}}" for c in string)


parts = ["//! Unicode 14 facts, as CPython 3.11 knows them. Written by `tables/generate.py`; do not edit.\n"]


def membership(name, doc, has):
    values = boundaries(has)
    parts.append(f"/// {doc} The code points at which membership flips.\n"
                 f"pub(super) static {name}: [u32; {len(values)}] = [\n{numbers(values)}\n];\n")


def mapping(name, doc, pairs):
    rows = "\n".join(f"    ('{text(key)}', \"{text(value)}\")," for key, value in pairs)
    parts.append(f"/// {doc} Sorted by character.\n"
                 f"pub(super) static {name}: [(char, &str); {len(pairs)}] = [\n{rows}\n];\n")


membership("ALPHA", "Letters: categories Lm, Lt, Lu, Ll, Lo (`str.isalpha`).", str.isalpha)
membership("PRINTABLE", "Characters that `repr` shows as they are (`str.isprintable`).", str.isprintable)
membership("DIGIT_ONLY", "Digits that are no decimals, such as superscripts.",
           lambda c: c.isdigit() and not c.isdecimal())
membership("NUMERIC_ONLY", "Characters with a numeric value that are no digits, such as fractions.",
           lambda c: c.isnumeric() and not c.isdigit())
membership("TITLECASE", "Category Lt.", lambda c: unicodedata.category(c) == "Lt")

zeros = [ord(c) for c in CHARS if c.isdecimal() and unicodedata.decimal(c) == 0]
assert all(unicodedata.decimal(chr(z + n)) == n for z in zeros for n in range(10))
assert len(zeros) * 10 == sum(c.isdecimal() for c in CHARS)
parts.append("/// The zero of every run of ten decimal digits.\n"
             f"pub(super) static DECIMAL_ZEROS: [u32; {len(zeros)}] = [\n{numbers(zeros)}\n];\n")

mapping("TITLE_NOT_UPPER", "Characters whose title case differs from their upper case.",
        [(c, c.title()) for c in CHARS if c.title() != c.upper()])
mapping("FOLD_NOT_LOWER", "Characters whose case folding differs from their lower case.",
        [(c, c.casefold()) for c in CHARS if c.casefold() != c.lower()])

path = pathlib.Path(__file__).resolve().parent.parent / "unicode_tables.rs"
path.write_text("\n".join(parts))
