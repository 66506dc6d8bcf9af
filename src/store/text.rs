//! Texts in several languages, and which of them to print.

use std::sync::Arc;

use crate::store::name::speaks;

/// The text to print for readers of `locales`, best first; falls back to English, then to any.
pub fn printed<'a, T>(texts: &'a [Arc<T>], locale: fn(&T) -> &str, locales: &[String]) -> Option<&'a Arc<T>> {
    let mut wanted = locales.iter().map(String::as_str).chain(["en"]);
    wanted.find_map(|wanted| texts.iter().find(|text| speaks(locale(text), wanted))).or(texts.first())
}
