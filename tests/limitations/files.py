import os
print(os.path.exists('/etc/passwd'))
