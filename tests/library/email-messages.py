# Messages: headers, parameters, parts.
import email
from email.message import Message
m = email.message_from_string('From: Joe <a@b>\nTo: x@y\nSubject: Hello\n  world\nReceived: 1\nReceived: 2\nContent-Type: text/plain; charset="utf-8"; format=flowed\n\nBody\nline 2\n')
print(m['from'], m['subject'].__repr__(), m['nope'], m.get('nope', 5), 'To' in m, len(m), m.keys(), m.get_all('received'))
print(m.get_content_type(), m.get_content_charset(), m.get_param('format'), m.get_params(), m.is_multipart(), m.get_content_maintype(), m.get_content_subtype())
print(repr(m.get_payload()), m.items()[:2], m.values()[-1])
print(m.as_string())
print(str(m) == m.as_string(), bytes(m)[:10])
n = Message()
n['Subject'] = 'Hi'; n['To'] = 'a@b'
n.set_payload('text')
n.add_header('Content-Disposition', 'attachment', filename='a b.txt')
print(n.as_string(), n.get_filename(), n.get_content_disposition())
del n['To']; print(n.keys()); n.replace_header('subject', 'Ho'); print(n['SUBJECT'])
try: n.replace_header('x', 'y')
except KeyError as e: print('KeyError', e)
mp = email.message_from_string('''MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="BB"

pre
--BB
Content-Type: text/plain

one
--BB
Content-Type: text/html
Content-Transfer-Encoding: base64

PGI+eDwvYj4=
--BB--
post
''')
print(mp.is_multipart(), [p.get_content_type() for p in mp.walk()], [p.get_payload(decode=True) for p in mp.get_payload()], repr(mp.preamble), repr(mp.epilogue), mp.get_boundary())
print(mp.as_string())
q = email.message_from_bytes(b'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nJ=C3=B6\n')
print(q.get_payload(decode=True), q.get_payload())
print(email.message_from_string('no headers here\n').get_payload())
