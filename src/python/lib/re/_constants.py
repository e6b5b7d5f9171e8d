"""Numbers that tools which look into patterns ask for."""

from . import error

MAGIC = 20220615
MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
