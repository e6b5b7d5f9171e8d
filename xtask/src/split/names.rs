//! What the first module calls the things the second one imports: short, and
//! no name that Rust code would export.

/// The module name of all imports of the second module.
pub(super) const FROM: &str = "-";

/// The memory.
pub(super) const MEMORY: &str = "-m";

/// The table with the functions that are shared: the scripts that start the second
/// module take them from there, after they have called [`FILL`].
pub(super) const FUNCTIONS: &str = "-f";

/// The function that fills that table.
pub(super) const FILL: &str = "-i";

/// A table.
pub(super) fn table(index: u32) -> String {
    format!("-t{index}")
}

/// A global.
pub(super) fn global(index: u32) -> String {
    format!("-g{index}")
}

/// A function, by its place in the table [`FUNCTIONS`].
pub(super) fn function(place: u32) -> String {
    place.to_string()
}
