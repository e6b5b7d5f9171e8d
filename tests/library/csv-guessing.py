# Sniffer, and lines that go on after an escaped line end.
import copy
import csv

samples = ['a,b\n1,2\n3,4\n', "'a';'b'\n'c';'d'\n", 'x\ty\n1\t2\n', '"a, b", "c"\n"d", "e""f"\n',
           'name:age\nbob:3\n', 'a|b|c\nd|e|f\n', 'no\ndelim\n', '1, 2\n3, 4\n', 'a "b" c\n', '',
           'name,age\nbob,3\nal,41\n', "Harry's, Arlington\nShark City, Glendale\nTommy's, Blue\n",
           'a;b,c\nd;e,f\n', '12,x\nab,y\ncd,z\n']
for sample in samples:
    for delimiters in (None, ',;', '|:'):
        try:
            found = csv.Sniffer().sniff(sample, delimiters)
            print(repr(found.delimiter), found.quotechar, found.doublequote, found.skipinitialspace,
                  csv.Sniffer().has_header(sample))
        except csv.Error as error:
            print(error)
print(list(csv.reader(['a\\\n', 'b,c\\\n', 'd\n'], quoting=csv.QUOTE_NONE, escapechar='\\')))
dialect = csv.reader([]).dialect
for wrong in [lambda: csv.field_size_limit(None), lambda: copy.copy(dialect),
              lambda: setattr(dialect, 'delimiter', ';'), lambda: delattr(dialect, 'quoting')]:
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
