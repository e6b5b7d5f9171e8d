import pickle, io, collections, datetime, enum, dataclasses, decimal, fractions, functools
class P:
    def __init__(s,a): s.a=a
    def __eq__(s,o): return type(s) is type(o) and s.__dict__==o.__dict__
    def meth(self): return self.a
class S:
    __slots__=('x','y')
class St:
    def __init__(s): s.f=lambda:1; s.v=2
    def __getstate__(s): return {'v':s.v}
    def __setstate__(s,d): s.v=d['v']*10
class R:
    def __reduce__(s): return (P,(5,))
class L(list): pass
class D(dict):
    def __init__(s,*a): super().__init__(*a); s.extra=1
class T(tuple): pass
class E(enum.Enum): A=1
@dataclasses.dataclass
class DC: x:int; y:list
NT=collections.namedtuple('NT','a b')
class Ex(Exception):
    def __init__(s,a,b): super().__init__(a); s.b=b
class NA:
    def __new__(cls,a): o=super().__new__(cls); o.a=a; return o
    def __getnewargs__(s): return (s.a,)
vals=[None,True,1,-1,255,256,65536,2**31,-2**31,2**100,-2**70,1.5,float('inf'),'é'*300,'',b'x'*300,b'',bytearray(b'ab'),(),(1,),(1,2),(1,2,3),(1,2,3,4),[1,[2]],{'a':1,2:(3,)},{1,2},frozenset([1]),range(3),slice(1,2),1j,...,NotImplemented,int,len,P,P(3),E.A,DC(1,[2]),NT(1,2),datetime.datetime(2020,1,2,3),datetime.timedelta(1),decimal.Decimal('1.5'),fractions.Fraction(1,3),collections.OrderedDict(a=1),collections.Counter('aab'),collections.deque([1,2],3),collections.defaultdict(list,{1:[2]}),L([1]),T((1,)),[1]*1500]
for v in vals:
    for p in (2,4,5):
        w=pickle.loads(pickle.dumps(v,p)); assert w==v and type(w) is type(v),(v,w,p)
    if not isinstance(v,(P,NA,datetime.datetime,collections.OrderedDict,type(...),range,slice,complex,collections.Counter,bytearray,type(len),set,frozenset)) and len(repr(v))<60: print(repr(v), pickle.dumps(v)[2:])
s=S(); s.x=1; t=pickle.loads(pickle.dumps(s)); print(t.x, hasattr(t,'y'))
print(pickle.loads(pickle.dumps(St())).v, pickle.loads(pickle.dumps(R())).a, pickle.loads(pickle.dumps(D({1:2}))).extra, pickle.loads(pickle.dumps(NA(4))).a, pickle.loads(pickle.dumps(ValueError('a',1))).args)
l=[]; l.append(l); m=pickle.loads(pickle.dumps(l)); print(m[0] is m)
a=[1]; b=pickle.loads(pickle.dumps([a,a])); print(b[0] is b[1]); p=P(1); p.me=p; q=pickle.loads(pickle.dumps(p)); print(q.me is q, pickle.loads(pickle.dumps(P(9).meth))())
def loc():
    class Z: pass
    return Z()
for f in (lambda: pickle.dumps(lambda:1), lambda: pickle.dumps(loc()), lambda: pickle.loads(b''), lambda: pickle.loads(b'zz'), lambda: pickle.loads(pickle.dumps([1,2])[:-3]), lambda: pickle.dumps(iter([]).__next__ if 0 else (x for x in [])), lambda: pickle.loads('x'), lambda: pickle.dumps(1,99), lambda: pickle.loads(b'c__main__\nNope\n.'), lambda: pickle.loads(b'\x80\x09.')):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e)[:75].split(' at 0x')[0])
f=io.BytesIO(); pickle.dump(1,f); pickle.dump('two',f); f.seek(0); print(pickle.load(f),pickle.load(f))
class PP(pickle.Pickler):
    def persistent_id(self,o): return ('id',o.a) if isinstance(o,P) else None
class UU(pickle.Unpickler):
    def persistent_load(self,i): return 'loaded%s'%i[1]
f=io.BytesIO(); PP(f).dump([P(7),1]); f.seek(0); print(UU(f).load())
print(pickle.loads(b'(lp0\nI1\naVx\np1\na.'), pickle.HIGHEST_PROTOCOL, functools.partial(int,base=2)('11'))
