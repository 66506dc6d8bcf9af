//! What holds of every row of the starter catalog.

use greenlight::names::{search_key, sort_key};
use serde_json::Value;

use super::{files, rows, table};
use crate::support::world::{With, on_both};

/// Longest quote, in characters: a sentence at most.
const LONGEST_QUOTE: usize = 200;

#[test]
fn the_files_are_what_an_export_of_the_starter_catalog_writes() {
    on_both(With::Starter, async |world| {
        let (exported, files) = (world.exported().await, files());
        // What this server says of the catalog is published when it is loaded.
        let (published, exported): (Vec<_>, Vec<_>) =
            exported.lines().partition(|line| line.starts_with("{\"forecast\""));
        assert!(!published.is_empty());
        let differs = exported.iter().zip(files.lines()).find(|(exported, file)| **exported != *file);
        assert_eq!(differs, None);
        assert_eq!(exported.len(), files.lines().count());
    });
}

#[test]
fn names_carry_the_sort_key_that_the_server_computes() {
    for row in rows().iter().filter(|row| matches!(row.table.as_str(), "name" | "outlet")) {
        let printed = if row.table == "name" { row.text("text") } else { row.text("name") };
        assert_eq!(row.text("sort_key"), sort_key(printed), "{printed}");
    }
}

#[test]
fn outlets_are_found_by_the_key_that_the_server_computes() {
    for alias in table("outlet_alias") {
        assert_eq!(alias.text("match_key"), search_key(alias.text("text")));
    }
}

#[test]
fn unknown_is_left_out_and_text_is_never_blank() {
    for row in rows() {
        for (column, value) in &row.columns {
            assert!(!value.is_null(), "{}.{column}", row.table);
            assert!(value.as_str().is_none_or(|text| !text.trim().is_empty()), "{}.{column}", row.table);
        }
    }
}

#[test]
fn quotes_are_short_and_say_their_language() {
    for claim in table("claim") {
        assert!(claim.text("quote").chars().count() <= LONGEST_QUOTE, "{}", claim.text("code"));
        assert_eq!(claim.text("quote").is_empty(), claim.text("quote_locale").is_empty(), "{}", claim.text("code"));
    }
}

#[test]
fn a_claim_for_or_against_says_how_sure_it_is_and_no_other_does() {
    for claim in table("claim") {
        assert_eq!(claim.text("stance") == "neutral", claim.text("certainty").is_empty(), "{}", claim.text("code"));
    }
}

#[test]
fn only_a_platform_gives_a_platform_reply() {
    for claim in table("claim").iter().filter(|claim| !claim.text("platform_reply").is_empty()) {
        assert_eq!(claim.text("voucher_class"), "platform", "{}", claim.text("code"));
        assert_eq!(claim.text("kind"), "noncommittal", "{}", claim.text("code"));
    }
}

#[test]
fn nothing_is_known_before_it_was_said() {
    for claim in table("claim") {
        assert!(claim.text("known_at") >= claim.text("said_on"), "{}", claim.text("code"));
    }
}

#[test]
fn claims_on_the_plot_are_spoilers() {
    for claim in table("claim").iter().filter(|claim| claim.text("topic") == "plot") {
        assert_eq!(claim.columns.get("is_spoiler"), Some(&Value::Bool(true)), "{}", claim.text("code"));
    }
}

#[test]
fn a_settled_contradiction_has_a_reason_and_a_side_that_prevails() {
    let sides = table("contradiction_side");
    for contradiction in table("contradiction") {
        let its: Vec<_> = sides.iter().filter(|side| side.number("contradiction_id") == contradiction.id()).collect();
        assert!(its.len() >= 2, "{}", contradiction.text("question"));
        assert_eq!(contradiction.text("resolved_on").is_empty(), contradiction.text("resolution_reason").is_empty());
        let prevails = its.iter().any(|side| side.columns.get("prevails") == Some(&Value::Bool(true)));
        assert_eq!(prevails, !contradiction.text("resolved_on").is_empty(), "{}", contradiction.text("question"));
    }
}
