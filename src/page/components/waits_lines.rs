//! The lines of the await graph: from who waits to whom or what it waits for.

use yew::{Html, classes, html};

use super::waits_room::{MARGIN, Room};
use crate::waits_graph::{Edge, Graph, Node, Tie};

/// How far a line swings out that comes back to its own column, in CSS pixels.
const SWING: f64 = 22.0;

/// Left edge, width, upper edge and height of a node.
fn place(node: &Node, room: &Room) -> (f64, f64, f64, f64) {
    let (left, width) = room.column(node.column);
    (
        left,
        width,
        MARGIN + f64::from(node.top),
        f64::from(node.height),
    )
}

/// Path data of a line and of its tip.
fn path(edge: &Edge, from: &Node, to: &Node, room: &Room) -> (String, String) {
    let (from_left, from_width, from_top, from_height) = place(from, room);
    let (to_left, to_width, to_top, to_height) = place(to, room);
    // Lines there and back between two nodes must not lie on each other.
    let share = if edge.is_stuck && edge.tie == Tie::HeldBy {
        0.72
    } else if edge.is_stuck {
        0.3
    } else {
        0.5
    };
    let (from_y, to_y) = (from_top + from_height * share, to_top + to_height * share);
    let (from_x, to_x, out, into) = if to.column > from.column {
        let (a, b) = (from_left + from_width, to_left);
        let bend = ((b - a) / 2.0).max(8.0);
        (a, b, a + bend, b - bend)
    } else if to.column < from.column {
        let (a, b) = (from_left, to_left + to_width);
        let bend = ((a - b) / 2.0).max(8.0);
        (a, b, a - bend, b + bend)
    } else if to.top >= from.top {
        let a = from_left + from_width;
        (a, a, a + SWING, a + SWING)
    } else {
        (from_left, from_left, from_left - SWING, from_left - SWING)
    };
    // The tip points the way in which the line arrives.
    let side = if into > to_x { 6.0 } else { -6.0 };
    let line = format!(
        "M{from_x:.1} {from_y:.1}C{out:.1} {from_y:.1} {into:.1} {to_y:.1} {to_x:.1} {to_y:.1}"
    );
    let tip = format!("M{to_x:.1} {to_y:.1}l{side:.1} -3.5v7z");
    (line, tip)
}

/// All lines, under the nodes.
pub(crate) fn lines(graph: &Graph, room: &Room, wide: f64, high: f64) -> Html {
    let drawn = graph.edges.iter().filter_map(|edge| {
        let (from, to) = (graph.nodes.get(edge.from)?, graph.nodes.get(edge.to)?);
        let (line, tip) = path(edge, from, to, room);
        let kind = match edge.tie {
            Tie::WaitsFor => "waits-for",
            Tie::HeldBy => "held-by",
        };
        let class = classes!("tie", kind, edge.is_stuck.then_some("stuck"));
        Some(html! { <g {class} data-testid="wait-edge"><path d={line}/><path class="tip" d={tip}/></g> })
    });
    html! {
        <svg width={format!("{wide:.0}")} height={format!("{high:.0}")} aria-hidden="true">{ for drawn }</svg>
    }
}
