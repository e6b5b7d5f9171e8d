# Classes and floats: N steps of five planets that attract each other.
N = 2000


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz

    def attract(self, other, dt):
        dx, dy, dz = self.x - other.x, self.y - other.y, self.z - other.z
        pull = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        self.push(-pull * other.mass, dx, dy, dz)
        other.push(pull * self.mass, dx, dy, dz)

    def push(self, by, dx, dy, dz):
        self.vx += by * dx
        self.vy += by * dy
        self.vz += by * dz

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt
        self.z += self.vz * dt


def main():
    bodies = [Body(40.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    for k in range(1, 5):
        bodies.append(Body(0.01 * k, 5.0 * k, 0.5 * k, -0.1 * k, 0.0, 2.8 / k, 0.05 * k))
    for _ in range(N):
        for i in range(len(bodies)):
            for j in range(i + 1, len(bodies)):
                bodies[i].attract(bodies[j], 0.01)
        for body in bodies:
            body.move(0.01)
    return "nbody " + " ".join(["%.6f" % body.x for body in bodies])
