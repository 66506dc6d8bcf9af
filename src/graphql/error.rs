//! Errors that a client can mend. Everything else reaches the edge without a code and leaves it as a fixed sentence.

use async_graphql::{Error, ErrorExtensions as _};

/// The answer to an argument that cannot be honoured; `says` tells what to send instead.
pub(super) fn bad_input(says: impl Into<String>) -> Error {
    Error::new(says).extend_with(|_, extensions| extensions.set("code", "BAD_USER_INPUT"))
}

/// The answer to a question about something that there is not.
pub(super) fn not_found(says: impl Into<String>) -> Error {
    Error::new(says).extend_with(|_, extensions| extensions.set("code", "NOT_FOUND"))
}
