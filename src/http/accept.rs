//! Which media type an answer takes.

use actix_web::http::header::{ACCEPT, HeaderMap};

/// Media types of a GraphQL answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether the document was executed.
    Response,
    /// `application/json`: 200 whenever the answer is GraphQL.
    Json,
}

impl Media {
    /// As it is sent.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// What the client likes best; none when it accepts neither. Without a wish it is JSON.
    pub fn wanted(headers: &HeaderMap) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        let mut asked = false;
        for range in ranges(headers) {
            asked = true;
            let Some((media, quality)) = offer(range) else { continue };
            if quality > best.map_or(0.0, |(_, most)| most) {
                best = Some((media, quality));
            }
        }
        if asked { best.map(|(media, _)| media) } else { Some(Self::Json) }
    }
}

/// Whether a browser asks for a page.
pub fn wants_page(headers: &HeaderMap) -> bool {
    ranges(headers)
        .any(|range| range.split(';').next().is_some_and(|name| name.trim().eq_ignore_ascii_case("text/html")))
}

fn ranges(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(ACCEPT).filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|range| !range.is_empty())
}

/// What one media range asks for, with its quality 0..=1.
fn offer(range: &str) -> Option<(Media, f32)> {
    let mut parts = range.split(';').map(str::trim);
    let media = match parts.next()?.to_ascii_lowercase().as_str() {
        "application/graphql-response+json" => Media::Response,
        "application/json" | "application/*" | "*/*" => Media::Json,
        _ => return None,
    };
    let mut quality = 1.0;
    for parameter in parts {
        match parameter.split_once('=') {
            Some(("q" | "Q", value)) => quality = value.trim().parse().ok()?,
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8").then_some(())?;
            }
            _ => {}
        }
    }
    Some((media, quality))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{ACCEPT, HeaderMap, HeaderValue};

    use super::Media;

    #[test]
    fn the_best_liked_media_type_is_chosen() {
        for (accept, wanted) in [
            (None, Some(Media::Json)),
            (Some("*/*"), Some(Media::Json)),
            (Some("application/json"), Some(Media::Json)),
            (Some("application/graphql-response+json"), Some(Media::Response)),
            (Some("application/graphql-response+json; charset=utf-8, application/json; q=0.9"), Some(Media::Response)),
            (Some("application/graphql-response+json;q=0.5, application/json"), Some(Media::Json)),
            (Some("text/html, application/xhtml+xml, */*;q=0.8"), Some(Media::Json)),
            (Some("text/html"), None),
            (Some("application/json;q=0"), None),
            (Some("application/json; charset=utf-16"), None),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(accept) = accept {
                headers.insert(ACCEPT, HeaderValue::from_static(accept));
            }
            assert_eq!(Media::wanted(&headers), wanted, "{accept:?}");
        }
    }
}
