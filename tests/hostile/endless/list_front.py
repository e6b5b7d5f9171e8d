b = [0] * 1_000_000
while True: b.pop(0); b.insert(0, 1)
