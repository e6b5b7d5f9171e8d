x = 'a' * 1_000_000
y = 'a' * 500_000 + 'b'
while True: x.find(y); x.count(y); y in x; x.rfind(y); x.replace(y, '')
