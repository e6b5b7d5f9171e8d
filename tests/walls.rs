//! The walls between the floors, as ARCHITECTURE.md draws them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// The floors from the ground up; each may use only those before it.
const FLOORS: [&str; 7] = [
    "coroscope-trace",
    "coroscope-python",
    "coroscope-library",
    "coroscope-world",
    "coroscope-event-loop",
    "coroscope-session",
    "coroscope-page",
];

/// What the page may use of ours.
const PAGE_USES: [&str; 2] = ["coroscope-trace", "coroscope-session"];

/// Crates that know the browser, and who may know them.
const BROWSER: [&str; 4] = ["web-sys", "js-sys", "gloo-timers", "yew"];
const KNOWS_BROWSER: [&str; 2] = ["coroscope-page", "coroscope"];

/// A dependency as a manifest states it.
struct Edge {
    to: String,
    features: Vec<String>,
    optional: bool,
}

/// The packages of the workspace with their dependencies, those for tests only left out.
fn packages() -> BTreeMap<String, Vec<Edge>> {
    metadata(&["--no-deps"])["packages"]
        .as_array()
        .expect("cargo lists packages")
        .iter()
        .map(|package| (text(&package["name"]), edges(package)))
        .collect()
}

fn edges(package: &Value) -> Vec<Edge> {
    package["dependencies"]
        .as_array()
        .expect("a package lists dependencies")
        .iter()
        .filter(|dependency| dependency["kind"].as_str() != Some("dev"))
        .map(|dependency| Edge {
            to: text(&dependency["name"]),
            features: dependency["features"]
                .as_array()
                .expect("a dependency lists features")
                .iter()
                .map(text)
                .collect(),
            optional: dependency["optional"].as_bool() == Some(true),
        })
        .collect()
}

fn metadata(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("cargo prints JSON")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

#[test]
fn a_floor_uses_only_lower_floors() {
    let packages = packages();
    for (height, floor) in FLOORS.iter().enumerate() {
        let edges = packages
            .get(*floor)
            .unwrap_or_else(|| panic!("{floor} is a package"));
        for edge in edges.iter().filter(|edge| edge.to.starts_with("coroscope")) {
            assert!(
                FLOORS[..height].contains(&edge.to.as_str()),
                "{floor} uses {}, which is not below it",
                edge.to
            );
        }
    }
}

#[test]
fn the_page_sees_only_the_log_and_the_messages() {
    for edge in &packages()["coroscope-page"] {
        if edge.to.starts_with("coroscope") {
            assert!(
                PAGE_USES.contains(&edge.to.as_str()),
                "the page uses {}",
                edge.to
            );
            assert!(
                !edge.features.iter().any(|feature| feature == "engine"),
                "the page asks for the engine half of {}",
                edge.to
            );
        }
    }
}

#[test]
fn messages_and_links_do_without_the_engine() {
    for edge in &packages()["coroscope-session"] {
        if edge.to.starts_with("coroscope") && edge.to != "coroscope-trace" {
            assert!(
                edge.optional,
                "coroscope-session always brings {} along",
                edge.to
            );
        }
    }
}

#[test]
fn only_page_and_entry_points_know_the_browser() {
    for (package, edges) in packages() {
        for edge in edges {
            assert!(
                !BROWSER.contains(&edge.to.as_str()) || KNOWS_BROWSER.contains(&package.as_str()),
                "{package} uses {}",
                edge.to
            );
        }
    }
}

/// Third parties must not bring the browser below the page either: then the
/// engine would no longer be the same natively and in wasm.
#[test]
fn nothing_below_the_page_reaches_the_browser() {
    let graph = metadata(&["--filter-platform", "wasm32-unknown-unknown"]);
    let nodes: BTreeMap<String, Vec<String>> = graph["resolve"]["nodes"]
        .as_array()
        .expect("cargo lists nodes")
        .iter()
        .map(|node| {
            let uses = node["deps"].as_array().expect("a node lists its uses");
            let normal = uses.iter().filter(|dependency| {
                dependency["dep_kinds"]
                    .as_array()
                    .is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
            });
            (text(&node["id"]), normal.map(|d| text(&d["pkg"])).collect())
        })
        .collect();
    let names: BTreeMap<String, String> = graph["packages"]
        .as_array()
        .expect("cargo lists packages")
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();

    for floor in &FLOORS[..5] {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&String> = names
            .iter()
            .filter(|(_, name)| name == floor)
            .map(|(id, _)| id)
            .collect();
        assert_eq!(open.len(), 1, "{floor} is one package");
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                open.extend(nodes.get(id).into_iter().flatten());
            }
        }
        for id in reached {
            assert!(
                !BROWSER.contains(&names[id].as_str()),
                "{floor} reaches {}",
                names[id]
            );
        }
    }
}
