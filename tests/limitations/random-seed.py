import random
print(random.random() == random.Random(0).random())
