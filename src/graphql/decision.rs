//! Whether the question of a season is open, and what was decided.

use async_graphql::Enum;

/// Whether the question of a season is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::OutlookPhase")]
pub(super) enum OutlookPhase {
    /// The season before is not complete, or is not known.
    NotOpen,
    /// It can be asked, and is not answered.
    Open,
    /// It is answered: ordered, released, ended, or the horizon passed.
    Resolved,
}

/// What was decided about a season. Only what is on record decides: what reports say is a claim, which the renewal status
/// weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::DecisionStatus")]
pub(super) enum DecisionStatus {
    /// Nobody with authority has decided.
    Undecided,
    /// Officially ordered, or out; an order of a later season is one of those before it.
    Renewed,
    /// Officially cancelled.
    Cancelled,
    /// Its makers said that the story is complete, or its platform did before the last season began.
    Concluded,
    /// The question lapsed at its horizon without an answer.
    Lapsed,
    /// Ordered, then withdrawn.
    Reversed,
}
