//! Where things are in a source text: byte ranges, and lines and columns as
//! tracebacks show them.

/// A half-open range of byte offsets into the source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest range that holds both.
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// A line (from 1) and a column (from 0, in code points).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 0, counted in code points.
    pub column: u32,
}

/// Finds line and column of a byte offset.
///
/// A line ends with `\n`, `\r\n` or a lone `\r`, as in the Python reference,
/// "Physical lines".
#[derive(Debug)]
pub struct LineIndex<'source> {
    source: &'source str,
    starts: Vec<u32>,
    ascii: bool,
}

impl<'source> LineIndex<'source> {
    /// Reads the source once and remembers where its lines start.
    pub fn new(source: &'source str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (offset, &byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(u32::try_from(offset + 1).unwrap_or(u32::MAX));
            }
        }
        Self {
            source,
            starts,
            ascii: source.is_ascii(),
        }
    }

    /// The text this index was made from.
    pub fn source(&self) -> &'source str {
        self.source
    }

    /// The line, from 1, which holds the byte at `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        let after = self.starts.partition_point(|&start| start <= offset);
        u32::try_from(after).unwrap_or(u32::MAX)
    }

    /// Line and column of the byte at `offset`.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_start(line);
        let column = if self.ascii {
            offset.saturating_sub(start)
        } else {
            let before = self
                .source
                .get(start as usize..offset as usize)
                .unwrap_or("");
            u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
        };
        LineColumn { line, column }
    }

    /// Offset of the first byte of `line` (from 1); the end of the text for a
    /// line behind the last.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        let end = u32::try_from(self.source.len()).unwrap_or(u32::MAX);
        self.starts.get(index).copied().unwrap_or(end)
    }

    /// The text of `line` (from 1) without its line end.
    pub fn line_text(&self, line: u32) -> &'source str {
        let range = self.line_start(line) as usize..self.line_start(line + 1) as usize;
        self.source
            .get(range)
            .unwrap_or("")
            .trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points() {
        let index = LineIndex::new("a\r\nböse = 1\rx\n");
        assert_eq!(index.line_column(0), LineColumn { line: 1, column: 0 });
        let offset = u32::try_from("a\r\nböse".len()).unwrap();
        assert_eq!(index.line_column(offset), LineColumn { line: 2, column: 4 });
        assert_eq!(index.line_text(2), "böse = 1");
        assert_eq!(index.line_text(3), "x");
        assert_eq!(index.line_text(9), "");
    }
}
