# StopIteration that leaves a generator becomes RuntimeError, without the generator's frame.
import traceback
def stops():
    yield 1
    raise StopIteration('x')
try:
    list(stops())
except RuntimeError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
    print([frame.name for frame in traceback.extract_tb(error.__cause__.__traceback__)])
    print(error, error.__cause__ is error.__context__, error.__suppress_context__)
