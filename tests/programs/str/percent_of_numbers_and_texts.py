# Templates of strings and numbers, with widths and zeros.
values = [0, 7, -7, 123456, -(2**63), 2**64, True, 1.5, -0.0, -2.25, 1e22, float("nan"), float("-inf"), "", "né", "long" * 5, None, [1], b"x"]
templates = ["%s", "%d", "%f", "%5s|", "%-5s|", "%05s|", "%05d|", "%-05d|", "%5d|", "%08.3f|", "%-9.2f|", "%.0f", "%.f", "%+d", "% d", "%.3s", "%.3d", "%0d", "%0-6d|", "%-06f|", "%5%|", "%%%s%%", "%i", "%x", "%r", "%1000d" ]
for template in templates:
    row = []
    for value in values:
        try:
            row.append(len(template % (value,)) if "1000" in template else template % (value,))
        except Exception as error:
            row.append(type(error).__name__)
    print(repr(template), row)
print("%s-%s" % ("a", 2), "%s" % "x", "%d%%" % 5, "%5.1f" % 2.25, "é%sü" % "ß", "none" % ())
for template, value in [("%s %s", "a"), ("%s", ("a", "b")), ("%", 1), ("%d", "x"), ("%y", 1), ("x", 1), ("x", {}), ("%s%", "a"), ("%5", 1), ("%.2", 1.0)]:
    try:
        print(template % value)
    except Exception as error:
        print(type(error).__name__, error)
