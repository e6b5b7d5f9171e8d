def counter(start=0):
    value = start

    def step():
        nonlocal value
        value += 1
        return value

    return step


class Child(Base):
    def __init__(self, name):
        super().__init__(name)
