"""Attributes as handlers of `xml.sax` are given them."""

__all__ = ['AttributesImpl', 'AttributesNSImpl']


class AttributesImpl:
    """Values by name."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        return len(self._attrs)

    def getType(self, name):
        return 'CDATA'

    def getValue(self, name):
        return self._attrs[name]

    def getNames(self):
        return list(self._attrs)

    getQNames = getNames

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        return self._attrs[name]

    def __contains__(self, name):
        return name in self._attrs

    def keys(self):
        return list(self._attrs)

    def items(self):
        return list(self._attrs.items())

    def values(self):
        return list(self._attrs.values())

    def copy(self):
        return type(self)(self._attrs)


class AttributesNSImpl(AttributesImpl):
    """Values by pairs of address and name."""

    def __init__(self, attrs, qnames):
        super().__init__(attrs)
        self._qnames = qnames

    def getQNameByName(self, name):
        return self._qnames[name]

    def getQNames(self):
        return list(self._qnames.values())

    def copy(self):
        return type(self)(self._attrs, self._qnames)
