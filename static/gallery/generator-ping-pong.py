# No event loop at all: two generators hand a ball to each other.
def player(name):
    ball = yield
    while True:
        print(f'{name} returns {ball}')
        ball = yield ball + 1

left, right = player('left'), player('right')
next(left)
next(right)

ball = 1
for _ in range(3):
    ball = left.send(ball)
    ball = right.send(ball)

left.close()
right.close()
print('the ball was hit', ball - 1, 'times')
