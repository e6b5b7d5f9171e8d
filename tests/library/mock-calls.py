import unittest, sys, os
from unittest import mock
from unittest.mock import *
def tr(f):
    import re
    try: print(re.sub(r"id='\d+'","id",repr(f())))
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'","id",str(e)))
m=MagicMock()
tr(lambda: m); tr(lambda: m.a.b()); tr(lambda: m.a.b().c[1]); tr(lambda: Mock(name='nm').x); tr(lambda: Mock(spec=dict)); tr(lambda: Mock(spec_set=['a'])); 
print(m.mock_calls, m.method_calls, m.a.mock_calls)
m2=MagicMock(); 1+m2; m2+1; m2@2; -m2; m2[1]; 'x' in m2; len(m2); bool(m2); int(m2); float(m2);  round(m2); m2[3]=4; del m2[3]
print(m2.mock_calls)
with m2 as x: tr(lambda: x)
m=Mock(return_value=3, side_effect=None, **{'a.b.return_value':7}); print(m(1,k=2), m.a.b(), m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.called, m.call_count)
print(m.call_args==call(1,k=2), m.call_args==((1,),{'k':2}), m.call_args != call(1), call(1)==call(1), call.a(1)==call.a(1), call(ANY,k=ANY)==m.call_args, m.mock_calls==[call(1,k=2),call.a.b()], call.x.y(2).z(3).call_list())
for f in (lambda: m.assert_called_with(2), lambda: m.assert_called_once_with(1,k=3), lambda: m.assert_not_called(), lambda: m.x.assert_called(), lambda: m.x.assert_called_once(), lambda: m.assert_any_call(9), lambda: m.assert_has_calls([call(9)]), lambda: m.assert_has_calls([call(9),call(1,k=2)],any_order=True), lambda: m.y.assert_called_with(1), lambda: m.assert_foo, lambda: m.assert_called_with(1,k=2), lambda: m.assert_has_calls([call(1,k=2)]), lambda: (m(), m.assert_called_once()), lambda: m.assert_called_once_with()): tr(f)
m=Mock(side_effect=[1,ValueError('x'),DEFAULT]); tr(m); tr(m); tr(m); tr(m)
m=Mock(side_effect=KeyError('q')); tr(m); m.side_effect=lambda *a: a; tr(lambda: m(1,2)); m.side_effect=None; m.return_value=5; tr(m); m.reset_mock(); print(m.called, m.mock_calls, m())
class C:
    z=1
    def __init__(self, a): self.a=a
    def meth(self, x, y=2): return x
    async def am(self): pass
    @staticmethod
    def st(q): pass
    @property
    def p(self): return 1
m=Mock(spec=C); tr(lambda: m.meth); tr(lambda: m.nope); print(isinstance(m,C)); m.new=1; print(m.new)
m=Mock(spec_set=C); tr(lambda: setattr(m,'new',1)); tr(lambda: type(m.am))
a=create_autospec(C); tr(lambda: a()); tr(lambda: a(1)); tr(lambda: a(1).meth()); tr(lambda: a(1).meth(3)); tr(lambda: a(1).zz); tr(lambda: a.st()); a(1).meth.assert_called_with(3); tr(lambda: a(1).meth.assert_called_with(4)); tr(lambda: a(1).meth(1,2,3))
def fn(a,b=1): "doc"
f=create_autospec(fn, return_value=4); print(f(1), f.__name__, f.call_args); tr(lambda: f()); f.assert_called_once_with(1); tr(lambda: f.assert_called_with(a=2))
