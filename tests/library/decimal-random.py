from decimal import *
import random

R = random.Random(5)
D = Decimal
def rnd():
    c=R.choice([R.randint(-10**R.randint(0,40),10**R.randint(0,40)), R.randint(-100,100)])
    return D(c).scaleb(R.randint(-30,30)) if R.random()<.8 else D(R.choice(['0','-0','0E+5','Infinity','-Infinity','NaN','1','-1','10','0.5']))
ops=['__add__','__sub__','__mul__','__truediv__','__floordiv__','__mod__','compare','max','min','remainder_near','compare_total','min_mag','max_mag','copy_sign','same_quantum']
un=['sqrt','normalize','to_integral_value','__neg__','__abs__','__pos__','adjusted','number_class','to_eng_string','next_plus','next_minus','logb','as_tuple','is_normal','__str__']
c=getcontext(); c.clear_traps()
for i in range(300):
    c.prec=R.choice([1,3,9,28]); c.rounding=R.choice([ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]); c.Emax=R.choice([999999,50]); c.Emin=R.choice([-999999,-20])
    c.clear_flags()
    c.capitals=1
    a,b=rnd(),rnd(); o=R.choice(ops); u=R.choice(un)
    print(i,a,o,b,getattr(a,o)(b), u, getattr(a,u)(), sorted(s.__name__ for s,v in c.flags.items() if v))
    c.clear_flags(); print(i,'q', a, b, a.quantize(b), a.fma(b,D('1.5')), sorted(s.__name__ for s,v in c.flags.items() if v))
c.Emax=999999; c.Emin=-999999
for i in range(40):
    c.prec=R.choice([5,9,28,40]); c.rounding=ROUND_HALF_EVEN; c.clear_flags()
    a=abs(rnd()); print(i, a, a.ln(), a.log10(), (D(R.randint(-200,200))/7).exp(), sorted(s.__name__ for s,v in c.flags.items() if v))
    x=D(R.randint(1,999))/D(R.choice([1,10,100,7])); n=D(R.choice([2,3,-2,10,'0.5','-1.5','2.0',50,-7,'1.1'])); c.clear_flags(); print(x,n,x**n, sorted(s.__name__ for s,v in c.flags.items() if v))
