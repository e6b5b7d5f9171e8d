def f():
    pass


print(hasattr(f.__code__, 'replace'), hasattr(f.__code__, 'co_lines'))
