a = ()
for _ in range(100):
    a = (a, a)
{a}
