//! The cheapest way to align two rows of words, step by step.

/// How far an alignment has come, and how it came there.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    pub(super) cost: f64,
    pub(super) step: Step,
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    Start,
    /// A word of the sample was said.
    Match,
    /// A piece of the sample was left out.
    Drop,
    /// A word was said that the sample does not have.
    Add,
    /// A slot took words: which of its possible values.
    Fill(usize),
}

/// Costs of aligning the first pieces of the sample with the first words said.
pub(super) struct Grid {
    width: usize,
    cells: Vec<Cell>,
}

impl Grid {
    pub(super) fn new(rows: usize, width: usize) -> Self {
        let empty = Cell { cost: f64::INFINITY, step: Step::Start };
        Self { width, cells: vec![empty; rows.saturating_mul(width)] }
    }

    fn index(&self, row: usize, column: usize) -> usize {
        row.saturating_mul(self.width).saturating_add(column)
    }

    pub(super) fn at(&self, row: usize, column: usize) -> Cell {
        let empty = Cell { cost: f64::INFINITY, step: Step::Start };
        self.cells.get(self.index(row, column)).copied().unwrap_or(empty)
    }

    /// Keeps a way to a cell if it is the cheapest so far.
    pub(super) fn offer(&mut self, row: usize, column: usize, cost: f64, step: Step) {
        let index = self.index(row, column);
        if let Some(cell) = self.cells.get_mut(index)
            && cost < cell.cost
        {
            *cell = Cell { cost, step };
        }
    }
}
