import sys
print(hasattr(sys, 'settrace'), hasattr(sys, 'setprofile'))
