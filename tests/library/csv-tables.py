import csv, io
for s,kw in [('a,b,c\r\n1,"x,y",3\n"q""r",,\n',{}),('a;b\n',{'delimiter':';'}),("'a b' c\n",{'delimiter':' ','quotechar':"'"}),('1,"2",3.5\n',{'quoting':csv.QUOTE_NONNUMERIC}),('a, b, "c"\n',{'skipinitialspace':True}),('"multi\nline",x\n',{}),('a\\,b,c\n',{'escapechar':'\\'}),('\n\na\n',{}),('"a"b,c\n',{}),('x"y,z\n',{}),('a,b',{}),('"unterminated',{})]:
    try: print(list(csv.reader(io.StringIO(s),**kw)))
    except Exception as e: print(type(e),e)
for kw in ({},{'quoting':csv.QUOTE_ALL},{'quoting':csv.QUOTE_NONNUMERIC},{'quoting':csv.QUOTE_NONE,'escapechar':'\\'},{'delimiter':'\t'},{'dialect':'unix'},{'doublequote':False,'escapechar':'\\'},{'lineterminator':'\n'}):
    o=io.StringIO(); w=csv.writer(o,**kw)
    try: w.writerow(['a','b,c','d"e',None,1,2.5,'x\ny',' s','']); w.writerow(['']); w.writerow([]); print(w.writerow(['z']))
    except csv.Error as e: print(e)
    print(kw,repr(o.getvalue()))
r=csv.DictReader(io.StringIO('n,v\na,1\nb\nc,2,3\n'),restkey='r',restval='-'); print(r.fieldnames,list(r),r.line_num)
o=io.StringIO(); w=csv.DictWriter(o,['x','y'],extrasaction='ignore'); w.writeheader(); w.writerow({'x':1,'z':2}); w.writerows([{'y':3}]); print(repr(o.getvalue()))
for f in (lambda: csv.DictWriter(o,['x']).writerow({'q':1}), lambda: csv.reader([],delimiter='ab'), lambda: csv.reader([],foo=1), lambda: csv.get_dialect('zz'), lambda: csv.writer(o).writerow(5), lambda: list(csv.reader([b'a'])), lambda: list(csv.reader(['"a" b'],strict=True)), lambda: csv.writer(1), lambda: csv.reader([],quotechar=None,quoting=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(csv.list_dialects(), csv.excel.delimiter, csv.get_dialect('excel-tab').delimiter, csv.field_size_limit(), csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,n\nx,1\ny,2\n'))
csv.register_dialect('p',delimiter='|',quoting=csv.QUOTE_ALL); o=io.StringIO(); csv.writer(o,'p').writerow([1,2]); print(o.getvalue(), list(csv.reader(['1|2'],'p')))
