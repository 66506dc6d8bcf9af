//! Text with its language.

use async_graphql::SimpleObject;

use crate::graphql::scalars::Locale;

/// Text with its language.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct LocalizedText {
    /// As written.
    pub(super) text: String,
    /// Its language, e.g. en; null = unknown.
    pub(super) locale: Option<Locale>,
}
