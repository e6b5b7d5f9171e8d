try:
    import sqlite3
    print('imported')
except ModuleNotFoundError as error:
    print(error.name)
