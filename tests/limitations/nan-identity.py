print(float('nan') is float('nan'), [float('nan')] == [float('nan')])
