//! What was taken back.

use async_graphql::SimpleObject;
use chrono::Utc;

use crate::graphql::scalars::DateTime;

/// That something was taken back; it is never deleted.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Withdrawal {
    /// When.
    at: DateTime,
    /// Why, in a sentence, e.g. "The outlet deleted the article."
    reason: String,
}

impl Withdrawal {
    /// A stored withdrawal; null = it stands.
    pub(super) fn known(at: Option<chrono::DateTime<Utc>>, reason: Option<&str>) -> Option<Self> {
        Some(Self { at: DateTime(at?), reason: reason.unwrap_or("No reason was recorded.").to_owned() })
    }
}
