import unittest, sys, os
from unittest import mock
from unittest.mock import *
def tr(f):
    import re
    try: print(re.sub(r"id='\d+'","id",repr(f())))
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'","id",str(e)))
m=MagicMock()
tr(lambda: m); tr(lambda: m.a.b()); tr(lambda: m.a.b().c[1]); tr(lambda: Mock(name='nm').x); tr(lambda: Mock(spec=dict)); tr(lambda: Mock(spec_set=['a'])); 
class C:
    z=1
    def __init__(self, a): self.a=a
    def meth(self, x, y=2): return x
    async def am(self): pass
    @staticmethod
    def st(q): pass
    @property
    def p(self): return 1
import types
ns=types.SimpleNamespace(v=1,d={'k':1})
with patch.object(ns,'v') as pm: print(ns.v is pm); tr(lambda: pm)
print(ns.v)
with patch.object(ns,'v',42): print(ns.v)
tr(lambda: patch.object(ns,'w').start()); 
with patch.object(ns,'w',1,create=True): print(ns.w)
print(hasattr(ns,'w'))
with patch.dict(ns.d,{'j':2},clear=True,z=3): print(ns.d)
print(ns.d)
with patch.dict('os.environ',{'QQ':'1'}): print(os.environ['QQ'])
print('QQ' in os.environ)
with patch.multiple(ns,v=DEFAULT,d=5) as r: print(sorted(r), ns.d)
print(ns.v, ns.d)
@patch('os.getcwd', return_value='/x')
@patch.object(C,'meth',autospec=True)
def t(x, mm, cw, *, k): print(x,k,os.getcwd(), C(1).meth(5) is mm.return_value); mm.assert_called_once(); tr(lambda: mm.call_args.args[1:])
t('X',k=1)
print(C(1).meth(5))
p=patch('builtins.print'); pp=p.start(); print('hidden'); p.stop(); print(pp.mock_calls)
with patch('builtins.open', mock_open(read_data='l1\nl2\n')) as mo:
    with open('f') as h: print(h.read(), h.read())
    with open('f') as h: print(list(h))
    with open('f') as h: print(h.readline(), h.readlines())
    open('g','w').write('w')
print(mo.mock_calls); mo.assert_any_call('g','w')
with patch.object(C,'p',new_callable=PropertyMock,return_value=9) as pr: print(C(1).p); c=C(1); c.p=3; print(pr.mock_calls)
print(C(1).p, sentinel.foo, sentinel.foo is sentinel.foo, ANY, ANY==3, repr(DEFAULT))
m=Mock(); m.attach_mock(Mock(name='n'),'child'); m.child(1); print(m.mock_calls)
m=MagicMock(); m.__len__.return_value=5; print(len(m)); m.__getitem__.side_effect=lambda k: k*2; print(m[4]); m.__iter__.return_value=[1,2]; print(list(m), list(m)); m.__str__.return_value='S'; print(str(m), f'{m}'); m.__enter__.return_value=7
with m as q: print(q)
m=Mock(); m.__len__=lambda s: 8; print(len(m)); m.__getitem__=Mock(return_value=1); print(m[0])
m=MagicMock(); seal(m); tr(lambda: m.q); m=Mock(wraps=[3,1]); print(m.index(1), m.index.mock_calls)
del m.index; tr(lambda: m.index)
m=Mock(); m.foo.bar.return_value.baz.side_effect=[1]; print(m.foo.bar().baz(), m.mock_calls); m.configure_mock(x=1,**{'y.z':2}); print(m.x,m.y.z)
print(sorted(x for x in dir(Mock(spec=['aa'])) if 'a' == x[0]))
tr(lambda: NonCallableMock()()); tr(lambda: len(Mock())); tr(lambda: patch('foo')); tr(lambda: patch('sys.nope').start()); tr(lambda: Mock(spec=Mock()))
class PT(unittest.TestCase):
    @patch('os.getpid', Mock(return_value=1))
    def test_x(self): self.assertEqual(os.getpid(),1)
@patch('os.getpid')
class PC(unittest.TestCase):
    def test_x(self, g): g.return_value=3; self.assertEqual(os.getpid(),3)
import io
r=unittest.TextTestRunner(io.StringIO()).run(unittest.TestSuite([PT('test_x'),PC('test_x')])); print(r.testsRun, r.wasSuccessful(), r.errors)
