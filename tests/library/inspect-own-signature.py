# Signatures of a class of one's own, and with evaluated annotations.
import inspect
from xml.parsers import expat


class Own(inspect.Signature):
    pass


def f(a: 'int', *, b: 'list[str]' = None) -> 'bool':
    pass


made = Own.from_callable(f)
made.note = 1
print(type(made).__name__, made, made == inspect.signature(f), made.note)
print(inspect.signature(f, eval_str=True))
print(inspect.Signature.from_callable(f, eval_str=True).return_annotation)

TEXT = b'''<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">
<!ENTITY i "inner">]><a>1&e;2&i;</a>'''
for answer in (None, 1, 0):
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = print
    parser.EntityDeclHandler = lambda *args: print('entity', args)
    if answer is not None:
        parser.ExternalEntityRefHandler = \
            lambda context, base, system, public: print(system) or answer
    try:
        parser.Parse(TEXT, True)
    except expat.ExpatError as problem:
        print(problem)
