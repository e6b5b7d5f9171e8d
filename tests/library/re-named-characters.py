# Characters by name, and choices between groups.
import re

for pattern in [r'\N{BULLET}', r'[\N{DIGIT ONE}-\N{DIGIT THREE}]+', r'\N{NOPE}',
                r'\N', r'\N{', r'\N{}', r'\N{BULLET', r'(?(1)a|b|c)',
                r'(?(2)a|b)(c)', r'(?(1)b|a)(c)', r'(a)?(?(1)b|c)',
                'x{99999999999}']:
    try:
        print(pattern, re.findall(pattern, '\u20221234ac ab'))
    except Exception as error:
        print(pattern, type(error).__name__, error)
