# Positions in texts that are not ASCII: read in any order, and a long walk.
text = 'aéλ😀b' * 50
print([text[i] for i in (0, 249, 3, 100, 99, 98, 200, 5, 1, -1, -250)])
print(text[-7:-3], text[10:13], text[245:300], text[3:3], text[::83])
print(text.find('b', 100), text.find('λ', -20), text.rfind('é', 3, 30), text.find('x', 9))
print(text.find('', 250), text.find('', 251), text.index('b', 5, 10), text.count('é', 200))
print(text.startswith('λ', 2), text.endswith('b', 0, 5), text.startswith('', 251))
print(text.startswith(('x', '😀b'), 3), text.endswith(('λ', 'é'), 100, 102))
long = 'é' * 300_000
at = seen = 0
while at < len(long):
    seen += long[at] == 'é'
    at += 1
print(seen)
at = -1
while at >= -1000:
    seen += long[at] == 'é'
    at -= 1
print(seen)
both = text + 'z'
both += 'ü'
print(both[250], both[251], both[0], len(both))
