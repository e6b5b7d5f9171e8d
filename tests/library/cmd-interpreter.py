# A small command interpreter that reads its commands from a text.
import cmd
import io


class Adder(cmd.Cmd):
    prompt = '> '
    use_rawinput = False

    def do_add(self, arg):
        "Adds numbers."
        print(sum(map(int, arg.split())), file=self.stdout)

    def do_quit(self, arg):
        return True

    def do_shell(self, arg):
        print('shell', arg, file=self.stdout)

    def help_topic(self):
        print('about topic', file=self.stdout)


out = io.StringIO()
text = '''add 1 2

?
help add
help quit
help topic
bogus x
!ls -l
quit
add 3
'''
adder = Adder(stdin=io.StringIO(text), stdout=out)
adder.cmdloop('hello')
print(out.getvalue())

adder.stdout = columns = io.StringIO()
adder.columnize([f'item{n}' * (n % 3 + 1) for n in range(30)], 50)
adder.columnize([])
print(columns.getvalue())
print(adder.parseline('  foo-bar x'), adder.parseline('?x'),
      adder.parseline(''), adder.completenames('a'))
