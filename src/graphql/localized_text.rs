//! Texts with their language.

use async_graphql::SimpleObject;

use crate::graphql::scalars::Locale;

/// Text with its language.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct LocalizedText {
    /// As written; plain text without markup.
    pub(super) text: String,
    /// Language of the text, e.g. en.
    pub(super) locale: Locale,
}
