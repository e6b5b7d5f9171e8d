"""Of `xml.sax` there are `xml.sax.saxutils` and `xml.sax.xmlreader`."""
