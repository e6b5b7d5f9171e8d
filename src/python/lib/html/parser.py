"""A forgiving reader of HTML that calls a method for each part it meets."""

__all__ = ['HTMLParser']

import re

from . import unescape

_TAG = re.compile(r'[a-zA-Z][^\s/>\x00]*')
_END_NAME = re.compile(rf'\s*({_TAG.pattern})')
_ATTRIBUTE = re.compile(r'''
    [\s/]* (?P<name>[^\s/>][^\s/=>]*)
    (?: \s*=+\s* (?P<value>"[^"]*" | '[^']*' | (?!['"])[^>\s]*) )?''',
                        re.VERBOSE)
_REFERENCE = re.compile(r'&(?:\#([0-9]+|[xX][0-9a-fA-F]+)'
                        r'|([a-zA-Z][a-zA-Z0-9]*))')
# Text that may still grow into a reference is at most this long.
_LONGEST_REFERENCE = 34
_WAIT = -1


class HTMLParser:
    """Subclass it and override the `handle_` methods.

    With `convert_charrefs` references such as `&gt;` become characters of
    the data; otherwise they are handed out by methods of their own.
    """

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets what was fed but not handled yet."""
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self.__starttag_text = None

    def feed(self, data):
        """Handles what is complete; the rest waits for more text."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Handles the rest, as if the text ended here."""
        self.goahead(True)

    def getpos(self):
        """The line, from 1, and the column, from 0, of what is handled."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def goahead(self, end):
        text = self.rawdata
        at = 0
        while at < len(text):
            stop = self._end_of_data(at, end)
            if stop == _WAIT:
                break
            if stop > at:
                data = text[at:stop]
                if self.convert_charrefs and not self.cdata_elem:
                    data = unescape(data)
                self.handle_data(data)
                at = self._advance(at, stop)
                continue
            step = self._markup if text[at] == '<' else self._reference
            after = step(at)
            if after == _WAIT:
                if not end or text[at] == '&':
                    break
                after = self._torn(at)
            at = self._advance(at, after)
        if end and at < len(text) and not self.cdata_elem:
            data = text[at:]
            self.handle_data(unescape(data) if self.convert_charrefs
                             else data)
            at = self._advance(at, len(text))
        self.rawdata = text[at:]

    def _advance(self, start, stop):
        lines = self.rawdata.count('\n', start, stop)
        if lines:
            self.lineno += lines
            self.offset = stop - self.rawdata.rindex('\n', start, stop) - 1
        else:
            self.offset += stop - start
        return stop

    def _end_of_data(self, at, end):
        """Where plain text ends that begins at `at`."""
        text = self.rawdata
        if self.cdata_elem:
            found = re.compile(f'</{re.escape(self.cdata_elem)}\\s*>',
                               re.IGNORECASE).search(text, at)
            return found.start() if found else _WAIT
        if not self.convert_charrefs:
            found = re.compile('[&<]').search(text, at)
            return found.start() if found else len(text)
        stop = text.find('<', at)
        if stop >= 0:
            return stop
        if not end:
            begin = text.rfind('&', max(at, len(text) - _LONGEST_REFERENCE))
            if begin >= 0 and not re.search(r'[\s;]', text[begin:]):
                return _WAIT
        return len(text)

    def _torn(self, at):
        """Where to go on behind markup that the text's end cuts off."""
        text = self.rawdata
        stop = text.find('>', at + 1)
        if stop < 0:
            stop = text.find('<', at + 1)
            if stop < 0:
                stop = at + 1
        else:
            stop += 1
        data = text[at:stop]
        self.handle_data(unescape(data) if self.convert_charrefs else data)
        return stop

    def _reference(self, at):
        text = self.rawdata
        found = _REFERENCE.match(text, at)
        if found is None:
            if len(text) - at <= 1 or text[at:] == '&#':
                return _WAIT
            self.handle_data('&')
            return at + 1
        stop = found.end()
        if stop == len(text):
            return _WAIT
        if found[1]:
            self.handle_charref(found[1])
        else:
            self.handle_entityref(found[2])
        return stop + (text[stop] == ';')

    def _markup(self, at):
        text = self.rawdata
        if _TAG.match(text, at + 1):
            return self._start_tag(at)
        if text.startswith('</', at):
            return self._end_tag(at)
        if text.startswith('<!--', at):
            return self._until(at + 4, '-->', self.handle_comment)
        if text.startswith('<?', at):
            return self._until(at + 2, '>', self.handle_pi)
        if text.startswith('<![', at):
            closing = ']]>' if text.startswith('<![CDATA[', at) else ']>'
            return self._until(at + 3, closing, self.unknown_decl)
        if text[at:at + 9].lower() == '<!doctype':
            return self._until(at + 2, '>', self.handle_decl)
        if text.startswith('<!', at) and len(text) - at > 2:
            return self._until(at + 2, '>', self.handle_comment)
        if len(text) - at == 1 or text[at:] == '<!':
            return _WAIT
        self.handle_data('<')
        return at + 1

    def _until(self, at, closing, handle):
        stop = self.rawdata.find(closing, at)
        if stop < 0:
            return _WAIT
        handle(self.rawdata[at:stop])
        return stop + len(closing)

    def _start_tag(self, at):
        text = self.rawdata
        self.__starttag_text = None
        found = _TAG.match(text, at + 1)
        tag = found[0].lower()
        here = found.end()
        attributes = []
        while found := _ATTRIBUTE.match(text, here):
            value = found['value']
            if value:
                if value[0] == value[-1] and value[0] in '"\'':
                    value = value[1:-1]
                value = unescape(value)
            attributes.append((found['name'].lower(), value))
            here = found.end()
        parts_end = here
        while here < len(text) and (text[here].isspace() or text[here] == '/'):
            here += 1
        if here == len(text):
            return _WAIT
        stop = here + 1
        self.__starttag_text = text[at:stop]
        self.lasttag = tag
        if here > parts_end and text[here - 1] == '/':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return stop

    def _end_tag(self, at):
        text = self.rawdata
        stop = text.find('>', at + 2)
        if stop < 0:
            return _WAIT
        found = _END_NAME.match(text, at + 2)
        if found is None:
            if stop == at + 2:
                return stop + 1
            self.handle_comment(text[at + 2:stop])
            return stop + 1
        self.handle_endtag(found[1].lower())
        self.clear_cdata_mode()
        return stop + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
