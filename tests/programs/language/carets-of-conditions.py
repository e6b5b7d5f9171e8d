# Where CPython 3.11 points when an assertion fails: at the comparison that was
# compiled last, else at the whole statement; and when `except` names no class.
import traceback


def place(text):
    names = {"f": lambda *args: 0, "x": 0, "a": 1, "b": float("nan")}
    try:
        exec(compile(text, "text.py", "exec"), names)
        print(repr(text), "holds")
    except BaseException as error:
        frame = traceback.TracebackException.from_exception(error).stack[1]
        print(repr(text), frame.lineno, frame.end_lineno, frame.colno, frame.end_colno)


for condition in (
    "1 == 2",
    "isinstance(0, str), 'no'",
    "f(x)",
    "x",
    "False",
    "a and x",
    "1 == 2 and 3",
    "a and 1 == 2, f(x)",
    "f(x) or 1 == 2",
    "1 == 2 or 2 == 3",
    "3 < 2 < 1",
    "not b != b",
    "not (1 == 1 and 2 == 2)",
    "not a, 'no'",
    "1 == 2 if a else 3",
    "x if a == 1 else 3",
    "(y := 0)",
    "x is not None and x",
    "(a and\n 1 ==\n 2)",
    "f(\n x)",
    "all(x == 1 for x in [2])",
):
    place("assert " + condition)
for clause in (
    "except 5",
    "except (ValueError, b)",
    "except a as e",
    "except nope as e",
    "except* a",
    "except* ExceptionGroup",
    "except ValueError: pass\nexcept a",
    "except (\n ValueError, 5)",
):
    place(f"try:\n    1/0\n{clause}: pass")
