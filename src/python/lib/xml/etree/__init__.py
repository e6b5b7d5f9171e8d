"""Trees of XML elements; see `xml.etree.ElementTree`."""
