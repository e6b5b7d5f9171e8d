import logging, io, sys
sys.stderr = sys.stdout
logging.warning('first %s %d', 'a', 1); logging.info('hidden')
log = logging.getLogger('app.db'); log.error('plain'); log.debug('no')
print(log, log.parent.name, logging.getLogger('app').getChild('db') is log, log.parent.name, log.isEnabledFor(30), logging.getLogger())
out = io.StringIO()
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s'))
log.addHandler(h); log.propagate = False; log.setLevel('DEBUG')
def fn(): log.debug('in %(k)s', {'k': 'dict'}); log.info('x', extra={'more': 1})
fn()
try:
    1 / 0
except ZeroDivisionError:
    log.exception('oops')
print(out.getvalue().splitlines()[:3], out.getvalue().splitlines()[-1])
h2 = logging.StreamHandler(sys.stdout); h2.setFormatter(logging.Formatter('{levelname}:{message}', style='{')); h2.setLevel(logging.ERROR); log.handlers[:] = [h2]
log.warning('below'); log.critical('above')
h2.addFilter(lambda r: 'secret' not in r.msg); log.error('secret thing'); log.error('open thing')
print(logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(15)); logging.addLevelName(15, 'TRACE'); log.log(15, 't'); h2.setLevel(0); log.log(15, 'traced')
logging.basicConfig(format='again %(message)s', level=logging.INFO, force=True, stream=sys.stdout); logging.info('now'); logging.debug('not')
logging.getLogger('other').info('child')
a = logging.LoggerAdapter(logging.getLogger('ad'), {'who': 'me'}); a.info('adapted')
logging.disable(logging.INFO); logging.info('off'); logging.disable(0)
r = logging.makeLogRecord({'msg': 'made %s', 'args': ('x',), 'levelno': 30, 'name': 'n'}); print(r.getMessage(), r.name)
for bad in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(2.5), lambda: logging.getLogger(5), lambda: logging.Formatter(style='?'), lambda: log.error('x', extra={'name': 1})):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(logging.Formatter('%(asctime)s').formatTime(logging.makeLogRecord({'created': 0.25, 'msecs': 250.0})), logging.Formatter('$message', style='$').format(r), h2, logging.NullHandler())
class H(logging.Handler):
    def emit(self, record): print('H', self.format(record))
lg = logging.getLogger('hh'); lg.addHandler(H()); lg.warning('to both')
