"""What programs import from here; futures are native."""

__all__ = ()

from .futures import isfuture

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'
