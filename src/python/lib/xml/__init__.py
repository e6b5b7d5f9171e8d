"""XML: trees in `xml.etree`, escapes in `xml.sax.saxutils`."""
