//! What the page and the worker say to each other, and what a link holds.
