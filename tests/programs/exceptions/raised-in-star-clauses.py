# What an except* clause raises stands beside what nobody took, unless it is a bare raise.
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise ExceptionGroup('new', e.exceptions)
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise e
except ExceptionGroup as e:
    print(repr(e))
