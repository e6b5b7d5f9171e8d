print('\u0295'.islower())
