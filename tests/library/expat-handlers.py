# A parser of XML that calls handlers; status codes of HTTP.
from http import HTTPMethod, HTTPStatus
from xml.parsers import expat

TEXT = '''<?xml version='1.0' encoding='utf-8' standalone='yes'?>
<!DOCTYPE a [<!ENTITY e 'some
text'>]>
<a x="1" xmlns:n="http://n.org/" n:y="2&#10;3
4"><!--c--><?p data?><n:b/>one
two &e; <![CDATA[<raw>]]></a>
'''
NAMES = ('StartElement', 'EndElement', 'CharacterData', 'Comment',
         'ProcessingInstruction', 'StartCdataSection', 'EndCdataSection',
         'StartNamespaceDecl', 'EndNamespaceDecl', 'XmlDecl')
for separator, buffers in ((None, True), ('|', True), ('|', False)):
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = buffers
    for name in NAMES:
        setattr(parser, name + 'Handler',
                lambda *args, name=name: print(name, *map(repr, args)))
    for at in range(0, len(TEXT), 1000):
        parser.Parse(TEXT[at:at + 1000], False)
    parser.Parse('', True)
parser = expat.ParserCreate()
try:
    parser.Parse(b'<a>\n <b></a>', True)
except expat.ExpatError as problem:
    print(problem, problem.code, problem.lineno, problem.offset,
          expat.ErrorString(problem.code))

print(repr(HTTPStatus.NOT_FOUND), HTTPStatus(200).phrase, HTTPStatus.OK == 200,
      len(HTTPStatus), HTTPStatus.IM_A_TEAPOT.name, HTTPStatus['GONE'].value)
print(repr(HTTPMethod.GET), HTTPMethod.PUT == 'PUT', len(HTTPMethod))
