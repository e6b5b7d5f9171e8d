# -*- coding: nonsense -*-
print("never")
