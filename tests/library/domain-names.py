# Names of domains in ASCII, and XML written part by part.
import io
import sys
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

for text in ['b\u00fccher', '\u4f60\u597d', 'plain', '', 'a\u00e9b\u00e9',
             '\u0441\u043b\u043e\u0432\u043e-ab', '\U0001f600']:
    made = text.encode('punycode')
    print(made, made.decode('punycode') == text)
for name in ['b\u00fccher.example', 'plain.org.', '\u4f8b\u3002jp',
             'Stra\u00dfe.de', '\u00c4.com', '']:
    made = name.encode('idna')
    print(made, made.decode('idna'))
for wrong in ('a..b', 'x' * 64):
    try:
        wrong.encode('idna')
    except UnicodeError as problem:
        print(type(problem).__name__)

for out in (io.StringIO(), io.BytesIO()):
    for short in (False, True):
        writer = XMLGenerator(out, 'utf-8', short)
        writer.startDocument()
        writer.startPrefixMapping('n', 'http://n.org/')
        writer.startElement('a', AttributesImpl({'k': 'v"<&'}))
        writer.startElementNS(('http://n.org/', 'b'), None, {})
        writer.endElementNS(('http://n.org/', 'b'), None)
        writer.characters('1 < 2 \u00e9')
        writer.processingInstruction('go', 'now')
        writer.ignorableWhitespace(' ')
        writer.endElement('a')
        writer.endDocument()
    print(out.getvalue())
