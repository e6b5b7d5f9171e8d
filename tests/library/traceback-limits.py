"""`limit` holds for causes, contexts and members of groups as well."""
import sys
import traceback


def f(): g()
def g(): h()
def h(): raise ValueError('h')


def k():
    try:
        f()
    except ValueError as error:
        raise KeyError('k') from error


print(traceback.format_exception(ValueError('x'), limit=2))
try:
    k()
except KeyError as error:
    for limit in 0, 1, 2, -1, -2, 9:
        print(limit)
        traceback.print_exc(limit=limit, file=sys.stdout)
        report = traceback.TracebackException.from_exception(error, limit=limit)
        print(''.join(report.format()))
    group = ExceptionGroup('g', [error])
    traceback.print_exception(group, limit=1, file=sys.stdout)
    try:
        raise group
    except* KeyError as part:
        traceback.print_exception(part, limit=-1, file=sys.stdout)
    traceback.print_exception(KeyError, error, error.__traceback__.tb_next,
                              limit=1, file=sys.stdout)
    print(traceback.format_exception(KeyError, error, None)[-1])
