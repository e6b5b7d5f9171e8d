print(len.__doc__ is None, str.upper.__doc__ is None, dict.__doc__ is None)
