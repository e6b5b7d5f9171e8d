# What a forgiving reader of HTML tells of good, bad and torn texts.
from html.parser import HTMLParser


class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print('end', tag, self.getpos())

    def handle_startendtag(self, tag, attrs):
        print('start and end', tag, attrs, repr(self.get_starttag_text()))

    def handle_data(self, data):
        print('data', repr(data), self.getpos())


for kind in ('comment', 'decl', 'pi', 'entityref', 'charref'):
    setattr(Teller, f'handle_{kind}',
            lambda self, data, kind=kind: print(kind, repr(data)))
Teller.unknown_decl = lambda self, data: print('unknown', repr(data))

PAGE = '''<!DOCTYPE html>
<html lang=en><body class="a b" data-x='1' disabled>
<p>One &amp; two &#65;&#x42; &unknown; <b>bold</b><br/>
<img src=x.png alt="a &lt; b"/>
<!-- comment --><?pi some?><script>if (a<b && c) { "</p>" }</script></p>
<A HREF="X">up</A></body></html>'''
TEXTS = [PAGE, 'a < b > c & d', '<a b="x', 'x &am', '<![CDATA[x]]>', '</>',
         '</ x>', '<1>', '&', 'a&#', '<!', '<a$>', '<p / x>', '<a b=c/>t',
         "<x y='1'z=2>", '<!x>', '<div a = b c= "d">',
         '<style>p{}</STYLE>']
for convert in (True, False):
    for text in TEXTS:
        print('==', repr(text)[:30], convert)
        teller = Teller(convert_charrefs=convert)
        teller.feed(text)
        print('-')
        teller.close()

teller = Teller()
for part in ['<p', ' a=1>te', 'xt &am', 'p; more</', 'p><!--', ' c --', '>']:
    teller.feed(part)
    print('fed', part)
teller.close()
