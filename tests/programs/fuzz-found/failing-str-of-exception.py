class Odd(Exception):
    def __str__():
        return 'never'
raise Odd
