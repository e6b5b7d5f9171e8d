from pathlib import *
p = Path('/a/b') / 'c.tar.gz'
print(repr(p), p.name, p.suffix, p.suffixes, p.stem, p.parent, list(p.parents), p.parts, p.with_suffix('.x'), p.with_name('q'), p.is_absolute(), PurePath('a/./b//c'), 'x' / Path('y'), p.relative_to('/a'), p.match('*.gz'), Path(), Path('a') < Path('b'), {Path('a'): 1}[Path('a')], p.as_posix(), p.joinpath('d', '/e'), Path('..')/'x', isinstance(p, PurePath), p.with_stem('n'), p.as_uri(), p.is_relative_to('/z'))
for f in (lambda: p.relative_to('/z'), lambda: p / 5, lambda: Path('/nope').read_text()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
