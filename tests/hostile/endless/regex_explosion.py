import re
while True:
    try: re.match('(a*)*b', 'a' * 40)
    except RuntimeError: pass
