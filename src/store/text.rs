//! Which of several translations to print.

use crate::store::name::speaks;

/// The text for readers of `locales`, best first; falls back to English, then to the first.
pub fn for_readers<'a, T>(texts: &'a [T], locale: impl Fn(&T) -> &str, locales: &[String]) -> Option<&'a T> {
    let wanted = locales.iter().map(String::as_str).chain(["en"]);
    let fits = |wanted| texts.iter().find(|text| speaks(locale(text), wanted));
    wanted.filter_map(fits).next().or_else(|| texts.first())
}
