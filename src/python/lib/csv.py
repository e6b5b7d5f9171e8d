"""Tables as texts with separated columns."""

__all__ = ['Dialect', 'DictReader', 'DictWriter', 'Error', 'QUOTE_ALL',
           'QUOTE_MINIMAL', 'QUOTE_NONE', 'QUOTE_NONNUMERIC',
           'QUOTE_NOTNULL', 'QUOTE_STRINGS', 'Sniffer', 'excel', 'excel_tab',
           'field_size_limit', 'get_dialect', 'list_dialects', 'reader',
           'register_dialect', 'unix_dialect', 'unregister_dialect',
           'writer']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3
QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5

_limit = 131072


class Error(Exception):
    """The text or the table is not as it should be."""


Error.__module__ = '_csv'


_NOT_GIVEN = object()


def field_size_limit(limit=_NOT_GIVEN, /):
    """The most characters that a field may have; sets it if given."""
    global _limit
    before = _limit
    if limit is not _NOT_GIVEN:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit = limit
    return before


class Dialect:
    """Base of classes that say how a table is written."""

    _name = ''
    delimiter = quotechar = escapechar = doublequote = None
    skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Format(self, {})
        except TypeError as problem:
            raise Error(str(problem)) from None


class excel(Dialect):
    """As Excel writes them."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes them with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """As Unix programs write them."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {}
_USUAL = {'delimiter': ',', 'quotechar': '"', 'escapechar': None,
          'doublequote': True, 'skipinitialspace': False,
          'lineterminator': '\r\n', 'quoting': QUOTE_MINIMAL,
          'strict': False}


class _Format:
    """All that a dialect and further options say, checked."""

    _is_set = False

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _USUAL:
                raise TypeError(f'{name!r} is an invalid keyword argument '
                                'for this function')
        for name, usual in _USUAL.items():
            value = getattr(dialect, name, None) if dialect is not None else (
                usual)
            if dialect is not None and not hasattr(dialect, name):
                value = usual
            setattr(self, name, options.get(name, value))
        if 'quotechar' in options and options['quotechar'] is None and (
                'quoting' not in options):
            self.quoting = QUOTE_NONE
        self._check()
        self._is_set = True

    def __setattr__(self, name, value):
        if self._is_set and name in _USUAL:
            raise AttributeError(
                f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _USUAL:
            raise AttributeError(
                f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        object.__delattr__(self, name)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")

    def _check(self):
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                optional = '' if name == 'delimiter' else ' or None'
                raise TypeError(f'"{name}" must be string{optional}, not '
                                + type(value).__name__)
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, not '
                            + type(self.lineterminator).__name__)
        if not isinstance(self.quoting, int) or isinstance(
                self.quoting, bool):
            raise TypeError('"quoting" must be an integer, not '
                            + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        self.doublequote = bool(self.doublequote)
        self.skipinitialspace = bool(self.skipinitialspace)
        self.strict = bool(self.strict)


def register_dialect(name, dialect=None, /, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name, /):
    try:
        del _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def get_dialect(name, /):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


class reader:
    """The rows of a text, given line by line."""

    def __init__(self, iterable, /, dialect='excel', **fmtparams):
        self.dialect = _Format(dialect, fmtparams)
        self._lines = iter(iterable)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._number = [], [], False
        self._step = self._start_record
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._step == self._in_quotes:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not '
                            f'{type(line).__name__} (the file should be '
                            'opened in text mode)')
            self.line_num += 1
            for sign in line:
                self._step(sign)
            self._step('')
            if self._step == self._start_record:
                return self._fields

    # Each of these takes one character; '' is the end of a line.

    def _save(self):
        text = ''.join(self._field)
        self._fields.append(float(text) if self._number else text)
        self._field, self._number = [], False

    def _add(self, sign):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field.append(sign)

    def _start_record(self, sign):
        if sign == '':
            return
        if sign in '\n\r':
            self._step = self._after_end
            return
        self._start_field(sign)

    def _start_field(self, sign):
        form = self.dialect
        if sign == '' or sign in '\n\r':
            self._save()
            self._end(sign)
        elif sign == form.quotechar and form.quoting != QUOTE_NONE:
            self._step = self._in_quotes
        elif sign == form.escapechar:
            self._step = self._escaped
        elif sign == ' ' and form.skipinitialspace:
            self._step = self._start_field
        elif sign == form.delimiter:
            self._save()
            self._step = self._start_field
        else:
            self._number = form.quoting == QUOTE_NONNUMERIC
            self._add(sign)
            self._step = self._in_field

    def _end(self, sign):
        self._step = self._after_end if sign else self._start_record

    def _in_field(self, sign):
        form = self.dialect
        if sign == '' or sign in '\n\r':
            self._save()
            self._end(sign)
        elif sign == form.escapechar:
            self._step = self._escaped
        elif sign == form.delimiter:
            self._save()
            self._step = self._start_field
        else:
            self._add(sign)

    def _escaped(self, sign):
        self._add(sign or '\n')
        self._step = self._after_line_end if sign and sign in '\n\r' else (
            self._in_field)

    def _after_line_end(self, sign):
        """The field goes on in the next line."""
        if sign:
            self._step = self._in_field
            self._in_field(sign)

    def _in_quotes(self, sign):
        form = self.dialect
        if sign == '':
            return
        if sign == form.escapechar:
            self._step = self._escaped_in_quotes
        elif sign == form.quotechar and form.quoting != QUOTE_NONE:
            self._step = self._quote_in_quotes if form.doublequote else (
                self._in_field)
        else:
            self._add(sign)

    def _escaped_in_quotes(self, sign):
        self._add(sign or '\n')
        self._step = self._in_quotes

    def _quote_in_quotes(self, sign):
        form = self.dialect
        if sign == form.quotechar and sign:
            self._add(sign)
            self._step = self._in_quotes
        elif sign == form.delimiter:
            self._save()
            self._step = self._start_field
        elif sign == '' or sign in '\n\r':
            self._save()
            self._end(sign)
        elif form.strict:
            raise Error(f"'{form.delimiter}' expected after "
                        f"'{form.quotechar}'")
        else:
            self._add(sign)
            self._step = self._in_field

    def _after_end(self, sign):
        if sign == '':
            self._step = self._start_record
        elif sign not in '\n\r':
            raise Error('new-line character seen in unquoted field - do you '
                        'need to open the file with newline=\'\'?')


class writer:
    """Writes rows to a stream."""

    def __init__(self, fileobj, /, dialect='excel', **fmtparams):
        if not callable(getattr(fileobj, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _Format(dialect, fmtparams)
        self._write = fileobj.write

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error('iterable expected, not '
                        + type(row).__name__) from None
        form = self.dialect
        shown = [self._shown(field, len(fields) == 1) for field in fields]
        return self._write(form.delimiter.join(shown) + form.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _shown(self, field, alone):
        form = self.dialect
        quoting = form.quoting
        text = '' if field is None else field if isinstance(
            field, str) else str(field)
        quoted = (quoting == QUOTE_ALL
                  or quoting == QUOTE_NONNUMERIC and not isinstance(
                      field, (int, float))
                  or quoting == QUOTE_STRINGS and isinstance(field, str)
                  or quoting == QUOTE_NOTNULL and field is not None)
        special = {form.delimiter, form.escapechar, form.quotechar, '\n',
                   '\r', *form.lineterminator}
        out = []
        for sign in text:
            if sign in special:
                if quoting == QUOTE_NONE:
                    escape = True
                elif sign == form.quotechar:
                    escape = not form.doublequote
                    if not escape:
                        out.append(sign)
                        quoted = True
                else:
                    escape = sign == form.escapechar
                    if not escape:
                        quoted = True
                if escape:
                    if form.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(form.escapechar)
            out.append(sign)
        if not text and alone and not quoted:
            if quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            quoted = True
        body = ''.join(out)
        return f'{form.quotechar}{body}{form.quotechar}' if quoted else body


class DictReader:
    """Rows as dicts; the first row has the names, unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None,
                 dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise',
                 dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f'extrasaction ({extrasaction}) must be '
                             "'raise' or 'ignore'")
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: '
                                 + ', '.join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# Few programs guess.
__lazy__ = {'_csv_sniffer': 'Sniffer'}


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)
