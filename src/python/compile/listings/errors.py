def guarded(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        log(error)
    finally:
        done()
