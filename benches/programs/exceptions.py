# Exceptions: N times raise through three calls, except, else and finally.
N = 40000


class TooBig(ValueError):
    pass


def check(i):
    if i % 3 == 0:
        raise TooBig(i)
    if i % 7 == 0:
        raise KeyError(i)
    return i


def middle(i, log):
    try:
        return check(i)
    finally:
        log[0] += 1


def main():
    log = [0, 0, 0, 0]
    for i in range(N):
        try:
            middle(i, log)
        except TooBig as error:
            log[1] += error.args[0] % 5
        except (KeyError, IndexError):
            log[2] += 1
        else:
            log[3] += 1
    return "exceptions " + " ".join([str(n) for n in log])
