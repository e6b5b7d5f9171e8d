class A:
    foo = 1
    def method(self):
        return self.fop

value_of_x = 1

def local():
    counter = 1
    return countr

try:
    A().fooo
except AttributeError:
    try:
        prnt(1)
    except NameError:
        try:
            value_of_y
        except NameError:
            try:
                local()
            except NameError:
                try:
                    A().method()
                except AttributeError:
                    try:
                        [].appendd
                    except AttributeError:
                        try:
                            completely_unknown
                        except NameError:
                            A.bar
