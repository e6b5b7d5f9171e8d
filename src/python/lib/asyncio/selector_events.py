"""There are no selectors: the loop under the name of what is below it."""

__all__ = ('BaseSelectorEventLoop',)

from .unix_events import SelectorEventLoop as BaseSelectorEventLoop
