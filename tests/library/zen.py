import this
import antigravity

print(len(this.s), this.s[:5], len(this.d), this.c, this.i)
antigravity.geohash(37.421542, -122.085589, b'2005-05-26-10458.68')
