class AppError(Exception):
    def __str__(self):
        return f'app says {self.args[0]!r}'

def low():
    return int('x')

def middle():
    try:
        low()
    except ValueError as e:
        e.add_note('while reading\nthe number')
        raise AppError('bad input') from e

try:
    middle()
except AppError:
    {}['missing']
