# A native method that forwards to another one can be put in that one's place.
import contextvars

class Text:
    pass

Text.__repr__ = Text.__str__
for make in (str, repr, "{!r}".format, "%s".__mod__):
    try:
        make(Text())
    except RecursionError as error:
        print(type(error).__name__)

try:
    contextvars.Context().run()
except TypeError as error:
    print(error)
