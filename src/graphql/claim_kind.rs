//! What claims are about, and how they are worded.

use async_graphql::Enum;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ClaimTopic")]
pub(super) enum ClaimTopic {
    /// Whether a season comes.
    Renewal,
    /// When it is prepared, filmed or released.
    Schedule,
    /// Who plays.
    Cast,
    /// Who made it.
    Credit,
    /// A spelling.
    Name,
    /// That two things are one.
    Identity,
    /// When it came out.
    Release,
    /// How many episodes.
    Episodes,
    /// What it was adapted from.
    SourceWork,
    /// An award.
    Award,
    /// A number of awards, e.g. a triple crown.
    AwardCount,
    /// A chart position or figure.
    Chart,
    /// Someone in the story.
    Character,
    /// The story; shown only with `includeSpoilers`.
    Plot,
    /// Likeness to another show.
    Comparison,
    /// How it was received.
    Reception,
    /// Who reports.
    Outlet,
}

/// What kind of claim it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ClaimKind")]
pub(super) enum ClaimKind {
    /// It is or is not ordered.
    Decision,
    /// Work on it.
    Production,
    /// Someone wants or means to.
    Intent,
    /// A reply that does not commit.
    Noncommittal,
    /// Plain statement of fact.
    Fact,
    /// The writer's view.
    Opinion,
}

/// Whether a claim speaks for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::Stance")]
pub(super) enum Stance {
    /// For.
    Supports,
    /// Neither.
    Neutral,
    /// Against.
    Denies,
}

/// How sure a claim is worded; the weight is what the wording counts for, 0..1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::Certainty")]
pub(super) enum Certainty {
    /// Weight 1.0: confirmed, ordered, officially.
    Confirmed,
    /// Weight 0.75: set to, plans to, is expected to.
    Probable,
    /// Weight 0.45: may, could, is considering.
    Possible,
    /// Weight 0.20: hopes, hints, is rumoured to.
    Speculative,
}

/// Reply of a platform that does not commit itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::PlatformReply")]
pub(super) enum PlatformReply {
    /// Nothing is planned.
    NoPlans,
    /// Talks go well.
    PositiveTalks,
    /// It is being considered.
    UnderReview,
    /// Nothing is decided.
    NoDecision,
    /// No comment.
    NoComment,
}
