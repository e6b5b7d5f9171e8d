# XML read, searched, changed and written.
import io
import xml.etree.ElementTree as ET

TEXT = '''<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE data [<!ENTITY me "my &amp; self"><!ENTITY we "&me; us">]>
<data xmlns:x="http://x.org/" xml:lang="en">
  <!-- comment --><?pi some?>
  <country name="A" x:id='1'><rank>1</rank><year>20 &lt; &#65;&#x42;</year></country>
  <country name="B&quot;"><rank>2</rank><x:tag/>tail &we;</country>
  <country><![CDATA[<raw> & ]]>x</country>
</data>'''
root = ET.fromstring(TEXT)
for item in root.iter():
    print(item.tag, item.attrib, repr(item.text), repr(item.tail))
print(ET.tostring(root, 'unicode'))
for path in ['country', 'country/rank', './/rank', '*', 'country[2]', '.',
             "country[@name='A']/year", 'country[@name]', 'country[last()]',
             'country[rank]', "country[rank='2']", './/rank/..', 'nothing',
             'x:tag', './/{http://x.org/}tag', './/x:tag', './/{*}tag',
             'country[1]/*[1]', "country[@name!='A']"]:
    try:
        print(path, [item.tag for item in
                     root.findall(path, {'x': 'http://x.org/'})])
    except SyntaxError as problem:
        print(path, problem)
print(root.findtext('country/rank'), root.findtext('no', 'default'),
      root.find('no'), ''.join(root[1].itertext()))

made = ET.Element('a', {'k': 'v"<'}, z='1')
ET.SubElement(made, 'b').text = 'é > &'
made.append(ET.Comment('note'))
made.append(ET.ProcessingInstruction('go', 'now'))
made.insert(0, ET.Element(ET.QName('http://y.org/', 'c')))
made[0].tail = 'tail'
print(ET.tostring(made), ET.tostring(made, 'utf-8', xml_declaration=True))
print(ET.tostring(made, 'unicode', short_empty_elements=False))
print(ET.tostring(ET.XML('<p>a<br/><script>1 &lt; 2</script></p>'), 'unicode',
                  method='html'), ET.tostring(made, 'unicode', 'text'))
ET.indent(made)
ET.dump(made)
out = io.BytesIO()
ET.ElementTree(made).write(out, encoding='iso-8859-1')
print(out.getvalue())
print([(event, item.tag) for event, item in ET.iterparse(
    io.BytesIO(b'<a><b/>x<c>y</c></a>'), ('start', 'end'))])
made.remove(made[0])
print(len(made), list(made.keys()), made.get('k'), made.get('q', 0))
for wrong in ['<a>', '<a></b>', '<a b=1/>', '<a/><b/>', '', '<a>&no;</a>',
              '<a x="1" x="2"/>', '<a><b></a>', 'text', '<a>\x01</a>',
              '<a <b/>', '<x:a/>']:
    try:
        ET.fromstring(wrong)
    except ET.ParseError as problem:
        print(repr(wrong), problem, problem.code, problem.position)
