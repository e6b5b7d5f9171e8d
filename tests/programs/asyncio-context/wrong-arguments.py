"""What tokens and variables say of wrong arguments."""
import contextvars

var = contextvars.ContextVar('var')
for wrong in ('x', 5, None, var.name):
    try:
        var.reset(wrong)
    except TypeError as error:
        print(error)
for arguments in ((), (1,), (var, 'v')):
    try:
        contextvars.Token(*arguments)
    except RuntimeError as error:
        print(error)
