//! Counts a document's tokens before it is parsed.

/// How many lexical tokens `text` holds: punctuators, names, numbers and strings; white space, commas and comments
/// are none. Stops one beyond `most`. A text that is not GraphQL gets some count: the parser judges it.
pub fn count(text: &str, most: u32) -> u64 {
    let mut rest = text.as_bytes();
    let mut found = 0;
    while found <= u64::from(most) {
        rest = skip_ignored(rest);
        let Some(length) = token(rest) else { break };
        rest = rest.get(length..).unwrap_or_default();
        found += 1;
    }
    found
}

/// White space, commas, the byte order mark and comments.
fn skip_ignored(mut rest: &[u8]) -> &[u8] {
    loop {
        rest = match rest {
            [b' ' | b'\t' | b'\n' | b'\r' | b',', after @ ..] | [0xEF, 0xBB, 0xBF, after @ ..] => after,
            [b'#', after @ ..] => after.get(run(after, |byte| byte != b'\n' && byte != b'\r')..).unwrap_or_default(),
            _ => return rest,
        }
    }
}

/// Length of the token that `rest` begins with; none at the end.
fn token(rest: &[u8]) -> Option<usize> {
    Some(match rest {
        [] => return None,
        [b'.', b'.', b'.', ..] => 3,
        [b'"', b'"', b'"', after @ ..] => 3 + block(after),
        [b'"', after @ ..] => 1 + string(after),
        [b'0'..=b'9' | b'-', ..] => run(rest, number),
        [byte, ..] if word(*byte) => run(rest, word),
        _ => 1,
    })
}

/// Length up to and with the closing quote.
fn string(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match text.get(at) {
            None | Some(b'\n') => return at,
            Some(b'"') => return at + 1,
            Some(b'\\') => 2,
            Some(_) => 1,
        };
    }
}

/// Length up to and with the three closing quotes.
fn block(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match text.get(at..) {
            None | Some([]) => return at,
            Some([b'"', b'"', b'"', ..]) => return at + 3,
            Some([b'\\', b'"', b'"', b'"', ..]) => 4,
            Some(_) => 1,
        };
    }
}

fn word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn number(byte: u8) -> bool {
    word(byte) || matches!(byte, b'.' | b'+' | b'-')
}

fn run(text: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    text.iter().position(|byte| !belongs(*byte)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn names_numbers_strings_and_punctuators_count_and_the_rest_does_not() {
        for (text, tokens) in [
            ("", 0),
            ("{a}", 3),
            ("\u{feff} { a , b } # {c}\n", 4),
            ("{a(x:-1.5e3)}", 8),
            (r#"{a(x:"} \" {")}"#, 8),
            (r#"{a(x:"""} \""" " { """)}"#, 8),
            ("{...f}fragment f on Q{a}", 11),
            (r#"{a(x:"open"#, 6),
        ] {
            assert_eq!(count(text, 100), tokens, "{text}");
        }
    }

    #[test]
    fn counting_stops_one_beyond_the_limit() {
        assert_eq!(count(&"a ".repeat(1000), 10), 11);
    }
}
