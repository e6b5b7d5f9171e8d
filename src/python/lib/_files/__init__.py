"""The file system of a run: a tree in memory that begins nearly empty.

Nothing of the host can be reached: every path leads into this tree, which is
made when something first asks for it and ends with the run. `open`, `os` and
whatever builds on them work on it.
"""

from ._descriptors import (
    close, descriptor, duplicate, open_descriptor, pipe, stream_kind)
from ._errors import error
from ._tree import (
    Directory, File, Link, change_directory, current_directory, find, link,
    make_directory, make_link, mask, names, remove_directory, rename, set_times,
    status, truncate, unlink)
