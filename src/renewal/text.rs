//! Words with a meaning: the keys by which evidence is named, and prose that may be printed.
//!
//! A key is never empty, so that an item can always say what it rests on. Keys are shared, not copied: an assessment passes them from
//! the case to its items for the price of a counter.
//!
//! ```
//! use greenlight::renewal::OriginKey;
//!
//! let origin = OriginKey::new("xports-exclusive")?;
//! assert_eq!(origin.as_str(), "xports-exclusive");
//! assert!(OriginKey::new("").is_err());
//! # Ok::<(), greenlight::renewal::Empty>(())
//! ```

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

/// A key without letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} must not be empty")]
pub struct Empty(&'static str);

macro_rules! key {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The key, if it has letters.
            pub fn new(text: &str) -> Result<Self, Empty> {
                if text.is_empty() { Err(Empty($what)) } else { Ok(Self(text.into())) }
            }

            /// Its letters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Empty;
            fn try_from(text: String) -> Result<Self, Empty> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> Self {
                key.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

key!(
    /// Which claim.
    ClaimId, "the id of a claim"
);
key!(
    /// Which utterance claims go back to.
    OriginKey, "the key of an origin"
);
key!(
    /// Who vouches: an outlet, a person, a platform.
    VoucherId, "the id of a voucher"
);
key!(
    /// Which term of the prior, e.g. `chart_hours`.
    TermCode, "the code of a term"
);
key!(
    /// A fact of the catalog that a term rests on, e.g. a chart entry.
    FactId, "the id of a fact"
);

key!(
    /// What few reports would say alike, e.g. "seasons 2 and 3 at once".
    Detail, "a detail"
);

macro_rules! imaginable {
    ($($name:ident),+) => {
        $(impl $name {
            /// A key that stands after every other and that no catalog has, for what has not happened.
            pub(super) fn unheard() -> Self {
                Self("\u{10FFFF}".into())
            }
        })+
    };
}
imaginable!(ClaimId, OriginKey, VoucherId);

impl ClaimId {
    /// The key of the origin that this claim opens.
    pub(super) fn as_origin(&self) -> OriginKey {
        OriginKey(self.0.clone())
    }
}

/// Plain English, fit to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Prose(String);

impl Prose {
    /// These words.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Prose> for String {
    fn from(prose: Prose) -> Self {
        prose.0
    }
}
