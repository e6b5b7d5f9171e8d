# Messages made of texts, other forms of them and attachments.
from email.message import EmailMessage


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def shown(message):
    text = message.as_string()
    for number, part in enumerate(message.walk()):
        if part.get_boundary():
            text = text.replace(part.get_boundary(), f'<{number}>')
    return text


letter = EmailMessage()
letter['Subject'] = 'Report'
letter['From'] = 'a@example.com'
letter.set_content('Plain text.')
letter.add_alternative('<p>Html</p>', subtype='html')
letter.add_attachment(bytes(range(90)), maintype='application',
                      subtype='octet-stream', filename='data.bin')
letter.add_attachment('a,b\n1,2\n', subtype='csv', filename='tölle t.csv')
inner = EmailMessage()
inner['Subject'] = 'within'
inner.set_content('x')
letter.add_attachment(inner)
print(shown(letter))
for part in letter.walk():
    print(part.get_content_type(), part.get_content_disposition(),
          part.get_filename(), part.is_multipart())
print([part.get_filename() for part in letter.iter_attachments()])
print(letter.get_body().get_content(), letter.get_body(('plain',)).get_content(),
      letter.get_body(('nothing',)))
for part in letter.iter_attachments():
    print(type(part.get_content()).__name__, str(part.get_content()))
tell(lambda: letter.add_alternative('x'))
tell(lambda: letter.set_content('x'))

print('-- texts')
for text in ('hé', 'x' * 200, 'é' * 40 + '\n' + 'abc ' * 100, '漢字',
             'one = 1 \n' + 'long ' * 20 + '\n', 'a\r\nb'):
    message = EmailMessage()
    message.set_content(text)
    print(message.items(), message.get_content() == text + '\n')
    print(message.as_string())
    print(message.as_bytes())
message.set_content('again', subtype='html')
print(message.items())

print('-- headers')
for text in ('Hi thère', 'Größe für alle', 'Jörg Müller <j@x.de>',
             'all für übel und gut für x', '漢字 かな', 'a 漢字 b'):
    message = EmailMessage()
    message['Subject'] = text
    message['From'] = text if '@' in text else 'a@b'
    message.set_content('é')
    print(message.as_string(), str(message), message.as_bytes())
    print(message['Subject'], message['From'])

print('-- settings')
message = EmailMessage()
message.set_content('x', cte='base64', disposition='inline', filename='f.txt',
                    cid='<1@x>', params={'k': 'v'}, headers=['X-A: b'])
print(message.as_string())
message.make_mixed()
print([part.items() for part in message.walk()])
message = EmailMessage()
message.add_related('x')
print(message.get_content_type(), [part.items() for part in message.iter_parts()])
message = EmailMessage()
message['Subject'] = 's'
message.set_content('x')
message.clear_content()
print(message.items())
message.clear()
print(message.items())
