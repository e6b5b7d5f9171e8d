import math
for x in [0.5,1.5,-0.5,-1.5,-2.3,4.2,30.7,141.5,170.6,171.5,-170.5,-180.3,1e-21,0.1,5,10,23,24,25.0,-0.999]:
    try: g=math.gamma(x)
    except Exception as e: g=repr(e)
    print(x,g,math.lgamma(x))
