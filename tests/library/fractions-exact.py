from fractions import Fraction as F
print(F(1,3)+F(1,6), F('3/4'), F('-1.25e1'), F(0.5), F(22,7).limit_denominator(5), round(F(7,3),2), F(1,2)**-3, F(1,2)*0.5, 1-F(1,3), F(7,2)//1, F(7,2)%1, divmod(F(7,2),2), hash(F(1,2))==hash(0.5), F(1,2)==0.5, F(1,3)<0.34, repr(F(3)), sum([F(1,10)]*10), abs(F(-1,2)), -F(1,2), float(F(1,4)), int(F(7,2)))
try: F(1,0)
except ZeroDivisionError as e: print(e)
try: F('x')
except ValueError as e: print(e)
