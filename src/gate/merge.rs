//! Runs once what is asked twice.
//!
//! The executor runs `{show{a} show{b}}` as two fields and merges their answers. Merged before, a field that is
//! repeated a thousand times costs what one costs.

use std::collections::HashMap;

use async_graphql::{
    Positioned,
    parser::types::{DocumentOperations, ExecutableDocument, Selection, SelectionSet},
};

/// What two selections of one set have in common when they can be one.
#[derive(PartialEq, Eq, Hash)]
enum Same {
    Field(String),
    Spread(String),
    Inline(Option<String>),
}

/// Merges equal selections in every selection set; the first one keeps its place.
pub fn equal_selections(document: &mut ExecutableDocument) {
    for fragment in document.fragments.values_mut() {
        merge(&mut fragment.node.selection_set.node);
    }
    match &mut document.operations {
        DocumentOperations::Single(one) => merge(&mut one.node.selection_set.node),
        DocumentOperations::Multiple(all) => {
            for one in all.values_mut() {
                merge(&mut one.node.selection_set.node);
            }
        }
    }
}

fn merge(set: &mut SelectionSet) {
    let mut places = HashMap::new();
    let mut merged: Vec<Positioned<Selection>> = Vec::with_capacity(set.items.len());
    for mut selection in set.items.drain(..) {
        let place = same(&selection.node).map(|same| *places.entry(same).or_insert(merged.len()));
        match place.and_then(|place| merged.get_mut(place)) {
            Some(earlier) => append(&mut earlier.node, &mut selection.node),
            None => merged.push(selection),
        }
    }
    set.items = merged;
    set.items.iter_mut().filter_map(|selection| below(&mut selection.node)).for_each(merge);
}

/// None for what has directives: it may be left out at execution.
fn same(selection: &Selection) -> Option<Same> {
    selection.directives().is_empty().then(|| match selection {
        Selection::Field(field) => Same::Field(field.node.response_key().node.to_string()),
        Selection::FragmentSpread(spread) => Same::Spread(spread.node.fragment_name.node.to_string()),
        Selection::InlineFragment(fragment) => {
            Same::Inline(fragment.node.type_condition.as_ref().map(|ty| ty.node.on.node.to_string()))
        }
    })
}

/// The validator made sure that fields with one key are one field with the same arguments.
fn append(earlier: &mut Selection, later: &mut Selection) {
    if let (Some(earlier), Some(later)) = (below(earlier), below(later)) {
        earlier.items.append(&mut later.items);
    }
}

fn below(selection: &mut Selection) -> Option<&mut SelectionSet> {
    match selection {
        Selection::Field(field) => Some(&mut field.node.selection_set.node),
        Selection::InlineFragment(fragment) => Some(&mut fragment.node.selection_set.node),
        Selection::FragmentSpread(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::{
        parse_query,
        types::{DocumentOperations, Selection, SelectionSet},
    };

    use super::equal_selections;

    /// What is left of a document's only operation, without arguments and directives.
    fn merged(query: &str) -> String {
        let mut document = parse_query(query).unwrap();
        equal_selections(&mut document);
        match &document.operations {
            DocumentOperations::Single(one) => text(&one.node.selection_set.node),
            DocumentOperations::Multiple(_) => unreachable!(),
        }
    }

    fn text(set: &SelectionSet) -> String {
        let all = set.items.iter().map(|selection| match &selection.node {
            Selection::Field(field) => {
                format!("{}{}", field.node.response_key().node, text(&field.node.selection_set.node))
            }
            Selection::FragmentSpread(spread) => format!("...{}", spread.node.fragment_name.node),
            Selection::InlineFragment(fragment) => format!("...{}", text(&fragment.node.selection_set.node)),
        });
        let all: Vec<_> = all.collect();
        if all.is_empty() { String::new() } else { format!("{{{}}}", all.join(" ")) }
    }

    #[test]
    fn what_is_asked_twice_is_left_once_and_what_may_be_left_out_is_kept() {
        for (query, left) in [
            ("{a a b}", "{a b}"),
            ("{a x:a}", "{a x}"),
            ("{a{b} c a{b d}}", "{a{b d} c}"),
            ("{a{b{c}} a{b{d}}}", "{a{b{c d}}}"),
            ("{...f ...g ...f}", "{...f ...g}"),
            ("{...on Q{a} ...on R{a} ...on Q{a b} ...{a}}", "{...{a b} ...{a} ...{a}}"),
            ("{a a@skip(if:true) ...f ...f@include(if:$a)}", "{a a ...f ...f}"),
        ] {
            assert_eq!(merged(query), left, "{query}");
        }
        assert_eq!(merged(&format!("{{{}}}", "a{b} ".repeat(1000))), "{a{b}}");
    }
}
