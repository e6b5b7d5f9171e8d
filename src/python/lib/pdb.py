"""The debugger's entry points. The page's time travel takes its place."""

__all__ = ['Pdb', 'post_mortem', 'run', 'set_trace']


def _refuse(*args, **kwargs):
    raise RuntimeError('pdb does not work here: step through the run with '
                       'the page')


class Pdb:
    """Cannot be made."""

    __init__ = _refuse


set_trace = run = runeval = runcall = post_mortem = pm = _refuse
