print(OSError(2, 'text').__dict__)
