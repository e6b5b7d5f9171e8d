"""Of `xml.sax` there are the functions of `xml.sax.saxutils`."""
