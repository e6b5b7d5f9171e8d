# Messages of one kind each, and headers beyond ASCII.
import email
from email import encoders
from email.header import Header, decode_header, make_header
from email.mime.application import MIMEApplication
from email.mime.audio import MIMEAudio
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

print('-- texts')
for arguments in (('hi',), ('hé\nlo', 'html'), ('hi', 'plain', 'utf-8'),
                  ('hé', 'plain', 'latin-1')):
    print(MIMEText(*arguments).as_string())

print('-- parts')
letter = MIMEMultipart('alternative', boundary='BB')
letter['Subject'] = 'Hi'
letter['From'] = 'a@b'
letter.attach(MIMEText('plain'))
letter.attach(MIMEText('<b>x</b>', 'html'))
print(letter.as_string())
print(letter.is_multipart(), letter.get_content_type(), len(letter.get_payload()))
whole = MIMEMultipart(_subparts=[MIMEText('a'), letter], boundary='X', k='v')
whole['Subject'] = 'thère is'
print(whole.as_string())
again = email.message_from_string(whole.as_string())
print([part.get_content_type() for part in again.walk()])
print(MIMEMessage(MIMEText('in')).as_string())

print('-- bytes')
part = MIMEBase('application', 'octet-stream', name='x y')
part.set_payload(b'\x00\x01')
encoders.encode_base64(part)
part.add_header('Content-Disposition', 'attachment', filename='a b.bin')
print(part.as_string(), part.get_payload(decode=True), part.get_filename())
print(MIMEApplication(b'abc' * 30, Name='f').as_string())
print(MIMEApplication(b'abc', 'pdf').items())
for data in (b'\x89PNG\r\n\x1a\n' + b'0' * 10, b'GIF89a', b'\xff\xd8\xff\xe0..JFIF'):
    print(MIMEImage(data).get_content_type())
print(MIMEImage(b'x', 'webp').items())
part = MIMEBase('text', 'plain')
part.set_payload('a=b é'.encode())
encoders.encode_quopri(part)
print(part.as_string())
part = MIMEBase('text', 'plain')
part.set_payload('abc')
encoders.encode_7or8bit(part)
print(part.as_string())
for call in (lambda: MIMEImage(b'zz'), lambda: MIMEAudio(b'zz'),
             lambda: MIMEText('a').attach(part), lambda: MIMEMessage('x')):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__, error)

print('-- headers')
for text in ('=?utf-8?q?th=C3=A8re?=', 'Hi =?utf-8?b?dGjDqHJl?= there', 'plain',
             '=?utf-8?q?a?= =?utf-8?q?b?=', '=?iso-8859-1?q?p=F6stal_x?= <a@b>',
             '=?utf-8?q?a?= x =?latin-1?q?b?=', '=?UTF-8?B?5ryi5a2X?='):
    print(decode_header(text), str(make_header(decode_header(text))))
header = Header('héllo', 'utf-8')
print(header.encode(), header, header == 'héllo')
header.append('x y', 'us-ascii')
print(header.encode(), header)
for header in (Header('plain text'), Header('é' * 30, 'utf-8'),
               Header('abc', 'utf-8'), Header('Größe', 'iso-8859-1'),
               Header('ü' * 60, 'utf-8', header_name='Subject')):
    print(header.encode())
text = MIMEText('body')
text['Subject'] = Header('Größe', 'utf-8')
text['To'] = ', '.join(['a@b', 'c@d'])
print(text.as_string(), text['Subject'])
text.replace_header('Subject', 'ä' * 40)
print(text.as_string(), text.as_bytes())

print('-- parameters')
message = email.message.Message()
message['Content-Type'] = 'text/plain; charset=us-ascii'
message['X-Other'] = '1'
message.set_param('charset', 'utf-8')
print(message.items())
message.set_param('format', 'flowed', replace=True)
message['X-More'] = '2'
message.set_boundary('b b')
print(message.items())
message.del_param('format')
message.add_header('Content-Disposition', 'attachment', filename='simple.txt')
print(message.items())
message.set_type('text/html')
print(message.items())
