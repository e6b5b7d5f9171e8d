from decimal import *
import random, math
from fractions import Fraction
R=random.Random(5)
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
D=Decimal
print(getcontext(), D('1.10'), D(3), D(0.1), D('-0'), D('1E+5'), D('nan'), D('-Infinity'), D((1,(1,2,3),-2)), repr(D('1e-10')), D(' 12_3.5 '))
for f in (lambda: D('x'), lambda: D(1)/0, lambda: D(0)/0, lambda: D('inf')-D('inf'), lambda: D(1)+1.5, lambda: D([1]), lambda: D(None), lambda: D('nan')<1, lambda: D(-1).sqrt(), lambda: D(10)**1000000, lambda: int(D('nan')), lambda: D('1e999999')*10, lambda: D(1)//0, lambda: D(1)%0, lambda: D(10)**50//3, lambda: D('1').quantize(D('1e-30')), lambda: hash(D('snan')), lambda: D(-8)**D('0.5'), lambda: D(0)**0, lambda: D(0).ln(), lambda: D(0)**-1, lambda: setattr(getcontext(),'prec',0), lambda: setattr(getcontext(),'rounding','x'), lambda: D('inf').as_integer_ratio(), lambda: D((0,(1,),'x')), lambda: format(D(1),'q')): tr(f)
for s in ['','.2f','10.3f','<10','>10','^10','+','010.2f',',','.3e','E','g','.3g','%','.1%','n',' .1f','=+12.2f','*^15.2f',',.2f','012,.1f','z.0f','.0e','15,','.0f']:
    for v in ['1234567.891','-0.00001234','0','1E+10','-Infinity','NaN','0.5','-0.4','1e-7','99.999', '12345.678E+3']:
        tr(lambda: f'{s!r} {v} {format(D(v),s)!r}')
print(D('1.0')==1, D('0.5')==0.5, D('0.1')==0.1, D('0.5')==Fraction(1,2), D(1)<Fraction(3,2), hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(.5), hash(D('-1.5')), hash(D('1e20')), D(1)<1.5, D('nan')==D('nan'))
print(round(D('2.5')), round(D('3.5')), round(D('2.675'),2), math.floor(D('-1.5')), math.ceil(D('1.2')), int(D('-7.9')), float(D('1.1')), D('0.75').as_integer_ratio(), D('3.14').as_tuple(), divmod(D(-7),2), D(-7)//2, D(-7)%2, sum([D('0.1')]*3), max(D(1),D(2)), abs(D(-3)), -D(0), pow(D(2),10,1000))
with localcontext() as ctx:
    ctx.prec=5; print(D(1)/3, ctx)
with localcontext(prec=3, rounding=ROUND_UP) as ctx: print(D(1)/3)
print(D(1)/3, getcontext().flags[Inexact], D(2).sqrt(), D(1).exp(), D(2)**D('0.5'), D(2)**-3, D('1.00')**2, D(100).log10(), D(4)**D('.5'))
import copy; print(copy.copy(D(1)), D(5).is_signed(), BasicContext, ExtendedContext, MAX_PREC)
c=Context(prec=4); print(c.divide(1,3), c.create_decimal('1.23456'), c.sqrt(2), c.power(2,.5) if 0 else '', c.add(D('1.23456'),1), c.to_sci_string(D('1E+9')), Context(prec=2)==Context(prec=2))
