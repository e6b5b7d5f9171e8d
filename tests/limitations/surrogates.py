print(ascii('\U0010d800'))
