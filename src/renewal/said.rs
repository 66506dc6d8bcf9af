//! What can be said: a statement that takes a side, or a reply that takes none.
//!
//! A statement is judged by its [`Kind`] (an order weighs longer than a wish) and its [`Certainty`], read from its words. A [`Reply`] is how a
//! platform answers without deciding: "we are considering it" takes no side, and yet it is evidence.
//!
//! ```
//! use greenlight::renewal::{Certainty, Reply};
//!
//! assert!(Certainty::Confirmed < Certainty::Speculative); // the firmest first
//! assert!(Reply::UnderReview.is_deliberating() && !Reply::NoComment.is_deliberating());
//! assert_eq!(Reply::from_code("no_plans"), Some(Reply::NoPlans));
//! ```

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// Which side a statement takes.
    Stance {
        /// The season comes.
        Supports = "supports",
        /// It does not.
        Denies = "denies",
    }
}

impl Stance {
    /// +1 or −1.
    pub(super) const fn sign(self) -> f64 {
        match self {
            Self::Supports => 1.0,
            Self::Denies => -1.0,
        }
    }
}

vocabulary! {
    /// What a statement is about.
    Kind {
        /// It is, or is not, ordered.
        Decision = "decision",
        /// Work on it.
        Production = "production",
        /// Someone wants or means to.
        Intent = "intent",
    }
}

vocabulary! {
    /// How firmly a statement is worded.
    Certainty {
        /// Confirmed, greenlit, ordered, 확정.
        Confirmed = "confirmed",
        /// Set to, plans to, expected, 예정.
        Probable = "probable",
        /// May, could, in talks, 검토 중.
        Possible = "possible",
        /// Rumoured, hopes, teased, 암시.
        Speculative = "speculative",
    }
}

vocabulary! {
    /// How a platform answers without deciding, the most cautious first.
    Reply {
        /// No plans, groundless, 사실무근.
        NoPlans = "no_plans",
        /// Positively in talks, 긍정.
        PositiveTalks = "positive_talks",
        /// Considering, under discussion, 검토 중.
        UnderReview = "under_review",
        /// Nothing decided, 정해진 바 없다.
        NoDecision = "no_decision",
        /// No comment.
        NoComment = "no_comment",
    }
}

impl Reply {
    /// Whether it tells that the platform is still deciding.
    pub const fn is_deliberating(self) -> bool {
        matches!(self, Self::PositiveTalks | Self::UnderReview)
    }
}

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Something that takes a side.
    Statement {
        /// Which side.
        stance: Stance,
        /// About what.
        kind: Kind,
        /// How firmly.
        certainty: Certainty,
    },
    /// An answer that takes none; it carries weight only from a platform.
    Reply(Reply),
}
