# A scheduler with a clock of its own; colours in other systems.
import colorsys
import sched

now = 0


def sleep(seconds):
    global now
    now += seconds


plan = sched.scheduler(lambda: now, sleep)
plan.enter(2, 1, print, ('two',))
plan.enter(1, 2, print, ('one b',))
plan.enter(1, 1, print, ('one a',), {'end': '!\n'})
never = plan.enterabs(5, 1, print, ('never',))
plan.cancel(never)
print(len(plan.queue), plan.queue[0][:3], plan.empty())
print(plan.run(False))
print(plan.run(), plan.empty(), now)
try:
    plan.cancel(never)
except ValueError as problem:
    print(problem)

for colour in [(0.2, 0.4, 0.4), (1, 0, 0), (0.5, 0.5, 0.5), (0.3, 0.2, 0.9)]:
    for name in ('rgb_to_hls', 'hls_to_rgb', 'rgb_to_hsv', 'hsv_to_rgb',
                 'rgb_to_yiq', 'yiq_to_rgb'):
        parts = getattr(colorsys, name)(*colour)
        print(name, [round(part, 6) for part in parts])
