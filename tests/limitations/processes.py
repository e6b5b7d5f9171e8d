import subprocess
try:
    print(subprocess.run(['true']).returncode)
except OSError as error:
    print(error)
