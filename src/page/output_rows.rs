//! Which rows the output pane shows: each line one, but of what the library
//! shows of itself in a traceback only a row with its count, until it is opened.

use crate::output_lines::Fold;

/// A row of the pane.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// This line.
    Line(usize),
    /// The head of a fold, and whether its lines follow.
    Head(Fold, bool),
}

/// The rows, found without going through all lines.
#[derive(Debug)]
pub struct Rows {
    /// Each fold with the row of its head and whether it is open.
    heads: Vec<(usize, Fold, bool)>,
    count: usize,
}

impl Rows {
    /// The rows of so many lines; `open` holds the first lines of open folds.
    pub fn new(lines: usize, folds: &[Fold], open: &[usize]) -> Rows {
        let mut heads = Vec::with_capacity(folds.len());
        // Rows that there are more than lines so far.
        let mut more = 0_isize;
        for fold in folds {
            let is_open = open.contains(&fold.first);
            heads.push((fold.first.saturating_add_signed(more), *fold, is_open));
            more += 1;
            if !is_open {
                more -= fold.lines as isize;
            }
        }
        Rows {
            heads,
            count: lines.saturating_add_signed(more),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The row of this number.
    pub fn at(&self, row: usize) -> Row {
        let after = self.heads.partition_point(|(head, ..)| *head <= row);
        let head = after.checked_sub(1).and_then(|last| self.heads.get(last));
        match head {
            None => Row::Line(row),
            Some((head, fold, is_open)) if *head == row => Row::Head(*fold, *is_open),
            Some((head, fold, is_open)) => {
                let below = row.saturating_sub(head + 1);
                let first = if *is_open { 0 } else { fold.lines };
                Row::Line(fold.first + first + below)
            }
        }
    }

    /// The row that shows a line, or the head of the fold that hides it.
    pub fn of_line(&self, line: usize) -> usize {
        let after = self
            .heads
            .partition_point(|(_, fold, _)| fold.first <= line);
        let head = after.checked_sub(1).and_then(|last| self.heads.get(last));
        match head {
            None => line,
            Some((head, fold, true)) => head + 1 + (line - fold.first),
            Some((head, fold, false)) => head + (line + 1 - fold.first).saturating_sub(fold.lines),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(first: usize, lines: usize) -> Fold {
        Fold::new(first, lines, 1)
    }

    #[test]
    fn a_fold_is_one_row_and_an_open_one_has_a_head() {
        let folds = [fold(2, 3), fold(6, 1)];
        let shown = |open: &[usize]| -> Vec<Row> {
            let rows = Rows::new(8, &folds, open);
            (0..rows.len()).map(|row| rows.at(row)).collect()
        };
        let (a, b) = (folds[0], folds[1]);
        let closed = [
            Row::Line(0),
            Row::Line(1),
            Row::Head(a, false),
            Row::Line(5),
            Row::Head(b, false),
            Row::Line(7),
        ];
        assert_eq!(shown(&[]), closed);
        let lines = [2, 3, 4].map(Row::Line);
        let mut open = vec![Row::Line(0), Row::Line(1), Row::Head(a, true)];
        open.extend(lines);
        open.extend([Row::Line(5), Row::Head(b, false), Row::Line(7)]);
        assert_eq!(shown(&[2]), open);
    }

    #[test]
    fn every_line_has_its_row() {
        let folds = [fold(0, 2), fold(4, 3)];
        for open in [&[][..], &[0], &[4], &[0, 4]] {
            let rows = Rows::new(9, &folds, open);
            for line in 0..9 {
                let row = rows.at(rows.of_line(line));
                let is_hidden = |fold: &Fold| {
                    !open.contains(&fold.first)
                        && (fold.first..fold.first + fold.lines).contains(&line)
                };
                match folds.iter().find(|fold| is_hidden(fold)) {
                    None => assert_eq!(row, Row::Line(line)),
                    Some(fold) => assert_eq!(row, Row::Head(*fold, false)),
                }
            }
        }
    }
}
