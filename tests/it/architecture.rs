//! The layers: imports only go down.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and what it may import; `entity` and `migration` are crates of ours.
const LAYERS: [(&str, &[&str]); 12] = [
    ("config", &[]),
    ("names", &[]),
    ("renewal", &[]),
    ("store", &["entity", "names", "renewal"]),
    ("ledger", &["entity", "names", "renewal", "store"]),
    ("importers", &["entity", "names", "renewal", "store", "ledger"]),
    ("graphql", &["entity", "config", "names", "renewal", "store", "ledger"]),
    ("gate", &["config", "graphql"]),
    ("pages", &["entity", "config", "names", "renewal", "store"]),
    ("http", &["config", "gate", "graphql", "pages", "store", "ledger"]),
    (
        "cli",
        &[
            "entity",
            "migration",
            "config",
            "names",
            "renewal",
            "store",
            "ledger",
            "importers",
            "graphql",
            "gate",
            "pages",
            "http",
        ],
    ),
    ("main", &["cli"]),
];

/// What the pure layers may not name: files, clocks, environment, network, randomness, the database.
const IMPURE: [&str; 9] =
    ["std::fs", "std::env", "std::time", "std::net", "std::process", "Utc::now", "rand::", "tokio::", "sea_orm"];

#[test]
fn imports_only_go_down() {
    let faults: Vec<_> = sources().iter().flat_map(|(path, text)| faults(path, text)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_import_that_goes_up_is_noticed() {
    let text = "use crate::graphql::show::Show;\nuse ::entity::show;\nuse crate::{store, http};\n";
    let found = faults(Path::new("src/store/show.rs"), text);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_pure_layer_that_reads_a_clock_is_noticed() {
    assert_eq!(faults(Path::new("src/names/key.rs"), "let now = chrono::Utc::now();\n").len(), 1);
}

fn faults(path: &Path, text: &str) -> Vec<String> {
    let layer = layer_of(path);
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("{}: no such layer as {layer}", path.display())];
    };
    let code: Vec<_> = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).collect();
    let up = code.iter().filter_map(|(number, line)| {
        let target = imported(line)?;
        let fine = target == layer || allowed.contains(&target);
        (!fine).then(|| format!("{}:{}: {layer} may not import {target}", path.display(), number + 1))
    });
    let pure = matches!(layer, "config" | "names" | "renewal");
    let impure = code.iter().filter_map(|(number, line)| {
        let what = IMPURE.iter().find(|what| pure && layer != "config" && line.contains(**what))?;
        Some(format!("{}:{}: {layer} is pure and may not name {what}", path.display(), number + 1))
    });
    up.chain(impure).collect()
}

/// The layer or crate of ours that a line names, if any; a braced root import counts as a layer named `{`.
fn imported(line: &str) -> Option<&str> {
    for crate_name in ["entity", "migration"] {
        if line.contains(&format!("use ::{crate_name}::")) || line.contains(&format!("use {crate_name}::")) {
            return Some(crate_name);
        }
    }
    let (_, rest) = line.split_once("crate::")?;
    Some(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty()).unwrap_or("{"))
}

fn layer_of(path: &Path) -> &str {
    let under = path.strip_prefix("src").unwrap_or(path);
    let first = under.components().next().and_then(|part| part.as_os_str().to_str()).unwrap_or_default();
    first.strip_suffix(".rs").unwrap_or(first)
}

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("src/lib.rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root).unwrap().to_path_buf(), text));
            }
        }
    }
    found
}
