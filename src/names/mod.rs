//! What a name is as text: keys, romanization, matching. Pure.
//!
//! The same person is 추영우, "Choo Young-woo", "Chu Yeong-u" and, by mistake, "Joo Young-woo". This module knows how such
//! spellings relate; it reads no database, no file and no clock, and imports nothing of ours.
//!
//! | question | answer |
//! |---|---|
//! | What do two spellings have in common? | [`search_key`] |
//! | In which order do names stand? | [`sort_key`] |
//! | What does the address of a page say? | [`slug()`] |
//! | How is Hangul written in Latin letters? | [`romanize::title`], [`romanize::person`] |
//! | And by newspapers? | [`press_key`] |
//! | What must an index store? | [`index_keys`], [`grams()`] |
//! | What must a search look up? | [`Query::keys`], [`Query::grams`] |
//! | Does this name answer the search, why, and how well? | [`Query::matches`] |
//!
//! The database only proposes candidates; [`Query::matches`] alone scores and explains, so that both databases answer alike.

mod comparison;
mod grams;
mod hangul;
mod index;
mod key;
mod likeness;
mod matching;
mod press;
mod query;
pub mod romanize;
mod slug;
mod sound;
mod spelling;

pub use grams::grams;
pub use index::IndexKey;
pub use index::Via;
pub use index::index_keys;
pub use key::KEY_LETTERS;
pub use key::search_key;
pub use key::sort_key;
pub use matching::Candidate;
pub use matching::Match;
pub use matching::MatchReason;
pub use matching::NameKind;
pub use matching::Score;
pub use press::press_key;
pub use query::Query;
pub use slug::SLUG_LETTERS;
pub use slug::slug;
