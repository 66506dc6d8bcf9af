//! Global ids: base64url of `Type:key`, opaque to clients.

use async_graphql::{ID, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::graphql::error::bad_input;
use crate::store::node::NodeKey;

/// The global id of the row under `key` of a type.
pub(super) fn global(of: &str, key: i64) -> ID {
    ID(URL_SAFE_NO_PAD.encode(format!("{of}:{key}")))
}

/// The global id of any object.
pub(super) fn of(key: NodeKey) -> ID {
    ID(URL_SAFE_NO_PAD.encode(key.to_string()))
}

/// What an id stands for; null = it is not one of ours.
pub(super) fn node(id: &ID) -> Option<NodeKey> {
    NodeKey::read(&text(id)?)
}

fn text(id: &ID) -> Option<String> {
    String::from_utf8(URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?).ok()
}

/// The type and key that the id of a row stands for; null = it is not one of ours.
fn split(id: &ID) -> Option<(String, i64)> {
    let text = text(id)?;
    let (of, key) = text.split_once(':')?;
    Some((of.to_owned(), key.parse().ok()?))
}

/// The keys of `ids`, which must all be of one type.
pub(super) fn keys<Id: From<i64>>(of: &str, ids: &[ID]) -> Result<Vec<Id>> {
    ids.iter().map(|id| key(of, id)).collect()
}

/// The key of an id, which must be of the type.
pub(super) fn key<Id: From<i64>>(of: &str, id: &ID) -> Result<Id> {
    match split(id) {
        Some((kind, key)) if kind == of => Ok(key.into()),
        _ => {
            Err(bad_input(format!("{:?} is not the id of a {of}. Send an id that this server returned.", id.as_str())))
        }
    }
}
