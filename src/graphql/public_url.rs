//! The address under which people reach this server.

/// The address under which people reach this server, without a slash at its end, e.g. <https://greenlight.example.org>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(pub String);

impl Default for PublicUrl {
    fn default() -> Self {
        Self("http://127.0.0.1:8080".to_owned())
    }
}
