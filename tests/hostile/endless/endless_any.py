any(map(bool, iter(int, 1)))
