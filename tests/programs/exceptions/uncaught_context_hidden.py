try:
    1 / 0
except ZeroDivisionError:
    raise LookupError from None
