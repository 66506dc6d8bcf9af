//! The number over time: a point wherever evidence changed it, on the first of every month, and at both ends.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use crate::renewal::{Assessment, Case, Item, ItemCode, Naming, Parameters, Prose, assess};
use crate::store::evidence::Evidence;
use crate::store::node::NodeKey;

/// By less than this no reason is said to have moved: it is noise of the arithmetic.
const LEAST: f64 = 1e-9;

/// The number on a day.
#[derive(Clone, Debug)]
pub struct Point {
    /// What was known on that day.
    pub evidence: Evidence,
    /// What follows.
    pub assessment: Assessment,
    /// What moved since the point before, the largest move first; empty = the first.
    pub changes: Vec<ItemChange>,
}

/// A reason that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// Its code, e.g. silence.
    pub code: ItemCode,
    /// What it is called in print.
    pub label: Prose,
    /// What it added, natural logarithm of odds; null = it was not there.
    pub before: Option<f64>,
    /// What it adds; null = it is gone.
    pub after: Option<f64>,
    /// What it rests on, or did.
    pub sources: Vec<NodeKey>,
}

impl ItemChange {
    fn size(&self) -> f64 {
        (self.after.unwrap_or(0.0) - self.before.unwrap_or(0.0)).abs()
    }
}

/// The points of a question; `days` are those on which it may have changed, in order.
pub fn points(days: Vec<Evidence>) -> Vec<Point> {
    let (mut points, mut day_before): (Vec<Point>, Option<Case>) = (Vec::new(), None);
    let last = days.len().saturating_sub(1);
    for (place, evidence) in days.into_iter().enumerate() {
        let assessment = assess(&evidence.case, Parameters::rc1());
        let is_news = day_before.replace(evidence.case.clone()).is_none_or(|case| is_news(&case, &assessment));
        if is_news || place == last || assessment.as_of().day() == 1 {
            let changes = points.last().map(|point| changes(point, &evidence, &assessment)).unwrap_or_default();
            points.push(Point { evidence, assessment, changes });
        }
    }
    points
}

/// Whether it took more than time to come from what was known before to this.
fn is_news(before: &Case, now: &Assessment) -> bool {
    let by_time_alone = assess(&before.on(now.as_of()), Parameters::rc1());
    (by_time_alone.log_odds().value() - now.log_odds().value()).abs() > LEAST
}

fn changes(before: &Point, evidence: &Evidence, now: &Assessment) -> Vec<ItemChange> {
    let codes: BTreeSet<&ItemCode> = before.assessment.items().chain(now.items()).map(Item::code).collect();
    let change = |code: &ItemCode| {
        let (was, is) = (value(&before.assessment, code), value(now, code));
        let whose = if is.is_some() { evidence } else { &before.evidence };
        let sources = whose.sources.get(&code.to_string()).cloned().unwrap_or_default();
        ItemChange { code: code.clone(), label: naming(whose).item_label(code), before: was, after: is, sources }
    };
    let mut changes: Vec<_> = codes.into_iter().map(change).filter(|change| change.size() > LEAST).collect();
    changes.sort_by(|one, other| other.size().total_cmp(&one.size()).then_with(|| one.code.cmp(&other.code)));
    changes
}

fn value(assessment: &Assessment, code: &ItemCode) -> Option<f64> {
    assessment.items().find(|item| item.code() == code).map(|item| item.log_odds().value())
}

fn naming(evidence: &Evidence) -> Naming {
    let platform = evidence.platform.clone().map(Prose::new);
    Naming { platform, origins: evidence.origin_labels.clone(), ..Naming::default() }
}
