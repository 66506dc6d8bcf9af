//! Until when somebody looked: "nobody looked" differs from "nothing happened".

use chrono::NaiveDate;

use crate::renewal::Claim;
use crate::store::evidence::features::published;
use crate::store::evidence::rows::ShowRows;
use crate::store::node::NodeKey;

/// The last day by `as_of` on which somebody looked at the channels of who holds the rights, and where: a check, a word of the
/// platform, or a week of its chart; the day on which the season before was complete when there is none.
pub(super) fn last_look(
    show: &ShowRows,
    spoken: &[(Option<NodeKey>, &Claim)],
    complete_on: NaiveDate,
    as_of: NaiveDate,
    without: &[NodeKey],
) -> (NaiveDate, Vec<NodeKey>) {
    let checks =
        show.checks.iter().map(|check| (check.checked_at.date_naive(), Some(NodeKey::PlatformCheck(check.id))));
    let words = spoken.iter().filter(|(_, claim)| claim.is_by_platform());
    let words = words.map(|(node, claim)| (claim.claimed_on(), *node));
    let weeks = show.weeks.iter().map(|held| (published(held.week), Some(NodeKey::Chart(held.chart_id))));
    let is_seen = |(day, node): &(NaiveDate, Option<NodeKey>)| {
        *day <= as_of && *day > complete_on && node.is_none_or(|node| !without.contains(&node))
    };
    let looks: Vec<_> = checks.chain(words).chain(weeks).filter(is_seen).collect();
    let last = looks.iter().map(|(day, _)| *day).max().unwrap_or(complete_on);
    let mut nodes: Vec<_> = looks.into_iter().filter(|(day, _)| *day == last).filter_map(|(_, node)| node).collect();
    nodes.sort_unstable();
    nodes.dedup();
    (last, nodes)
}
