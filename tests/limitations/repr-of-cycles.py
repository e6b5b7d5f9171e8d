class Group(set):
    pass


class Member:
    def __repr__(self):
        return f'<in {group!r}>'


group = Group()
group.add(Member())
try:
    print(repr(group))
except RecursionError:
    print('RecursionError')
