try:
    from statistics import NormalDist
    print(NormalDist(0, 1).mean)
except ImportError:
    print('no NormalDist')
