# Quoted-printable.
import quopri
for s in [b'a=b\xc3\xa9 \nx \t\n', b'y'*80+b'\nz', b'', b'tab\t', b'=3D=\nfoo  \nbar', b'a b_c']:
    print(quopri.encodestring(s), quopri.encodestring(s,True), quopri.encodestring(s,header=True), quopri.decodestring(s), quopri.decodestring(quopri.encodestring(s))==s)
