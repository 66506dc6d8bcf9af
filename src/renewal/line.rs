//! A case as a line of JSON: how cases travel between programs, and into the tests.
//!
//! One object a line, bare or under a key `case` (other keys beside `case` are the sender's own business):
//!
//! ```json
//! {"as_of": "2025-10-31", "complete_on": "2025-01-24", "checked_until": null,
//!  "prior":   [{"code": "base", "log_odds": -1.623, "sd": 0.418, "known_at": "2025-01-24"}],
//!  "claims":  [{"id": "A1", "origin": "xports", "voucher": {"class": "outlet_insider", "id": "xportsnews"}, "stance": 1,
//!               "kind": "decision", "certainty": "confirmed", "noncommittal": null, "fidelity": 0.95,
//!               "claimed_on": "2025-09-23", "known_at": "2025-09-23",
//!               "window": {"milestone": "filming", "from": "2026-06-01", "to": "2026-08-31"}}],
//!  "records": [{"voucher": {"class": "outlet_insider", "id": "xportsnews"}, "resolved_on": "2024-02-01", "right": true,
//!               "prior_probability": 0.4, "stance": 1, "weight": 1}]}
//! ```
//!
//! Lists may be left out when they are empty; `checked_until` when somebody looked until `as_of`; a weight of 1. A stance of 0 has the kind
//! `noncommittal` and says under `noncommittal` what was replied. Nothing else is guessed: an unknown key, a number off its scale or a day that
//! is no day is refused with the field where it stands.
//!
//! ```
//! use greenlight::renewal::read_case;
//!
//! let fault = read_case(r#"{"as_of": "2025-02-30", "complete_on": "2025-01-24"}"#).unwrap_err();
//! assert_eq!(fault.field(), "as_of");
//! assert_eq!(fault.to_string(), "as_of: a day is written like 2025-09-23, not \"2025-02-30\"");
//!
//! let second = r#"{"as_of": "2025-03-01", "complete_on": "2025-01-24", "claims": [{"id": "a"}]}"#;
//! assert_eq!(read_case(second).unwrap_err().field(), "claims[0].origin");
//! ```

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::renewal::case::Case;
use crate::renewal::case::Term;
use crate::renewal::claim::Claim;
use crate::renewal::claim::ClaimError;
use crate::renewal::claim::Voucher;
use crate::renewal::claim::VoucherClass;
use crate::renewal::field::Field;
use crate::renewal::field::LineError;
use crate::renewal::record::Record;
use crate::renewal::said::Certainty;
use crate::renewal::said::Kind;
use crate::renewal::said::Reply;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::Share;
use crate::renewal::text::ClaimId;
use crate::renewal::text::FactId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::TermCode;
use crate::renewal::text::VoucherId;
use crate::renewal::window::Milestone;
use crate::renewal::window::Window;

/// The case in a line.
pub fn read_case(line: &str) -> Result<Case, LineError> {
    if line.trim().is_empty() {
        return Err(LineError::new("case", "the line is empty; write one JSON object"));
    }
    let json = parse(line)?;
    let whole = Field::root(&json);
    if whole.has("case") { case(&whole.within("case")?) } else { case(&whole) }
}

/// JSON has no NaN, but programs write it; to name its field, it is read as a word, which no number field accepts.
fn parse(line: &str) -> Result<Value, LineError> {
    let fault = |error: serde_json::Error| LineError::new("case", format!("the line is not whole JSON: {error}"));
    serde_json::from_str(line).or_else(|error| match words_for_non_numbers(line) {
        Cow::Borrowed(_) => Err(fault(error)),
        Cow::Owned(readable) => serde_json::from_str(&readable).map_err(|_| fault(error)),
    })
}

/// Puts bare `NaN` and `Infinity` in quotes; inside quotes they stay.
fn words_for_non_numbers(line: &str) -> Cow<'_, str> {
    const WORDS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];
    let parts = quoted_and_bare(line);
    if !parts.iter().any(|(quoted, part)| !quoted && WORDS.iter().any(|word| part.contains(word))) {
        return Cow::Borrowed(line);
    }
    let quote = |part: &str| {
        let marked = WORDS
            .iter()
            .fold(part.replace("-Infinity", "\u{1}"), |part, word| part.replace(word, &format!("\"{word}\"")));
        marked.replace('\u{1}', "\"-Infinity\"")
    };
    parts
        .into_iter()
        .map(|(quoted, part)| if quoted { part.to_owned() } else { quote(part) })
        .collect::<String>()
        .into()
}

/// The line cut where strings begin and end; true = a string, with its quotes.
fn quoted_and_bare(line: &str) -> Vec<(bool, &str)> {
    let (mut parts, mut start, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (at, letter) in line.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => {
                let cut = if quoted { at + 1 } else { at };
                parts.push((quoted, line.get(start..cut).unwrap_or_default()));
                (start, quoted) = (cut, !quoted);
            }
            _ => {}
        }
    }
    parts.push((quoted, line.get(start..).unwrap_or_default()));
    parts
}

fn case(field: &Field) -> Result<Case, LineError> {
    field.only(&["as_of", "complete_on", "checked_until", "prior", "claims", "records"])?;
    let (terms, claims) = (field.each("prior", term)?, field.each("claims", claim)?);
    unique(terms.iter().map(|term| term.code.as_str()), |at| format!("prior[{at}].code"))?;
    unique(claims.iter().map(|claim| claim.id().as_str()), |at| format!("claims[{at}].id"))?;
    let built = Case::new(
        field.required("as_of")?.day()?,
        field.required("complete_on")?.day()?,
        field.optional("checked_until").map(|field| field.day()).transpose()?,
        terms,
        claims,
        field.each("records", record)?,
    );
    built.map_err(|error| field.fault(error.to_string()))
}

/// Refuses the second of two equal names, at its place.
fn unique<'a>(names: impl Iterator<Item = &'a str>, place: impl Fn(usize) -> String) -> Result<(), LineError> {
    let mut seen = BTreeSet::new();
    match names.enumerate().find(|(_, name)| !seen.insert(*name)) {
        Some((at, name)) => Err(LineError::new(place(at), format!("\"{name}\" is taken by another one"))),
        None => Ok(()),
    }
}

fn term(field: &Field) -> Result<Term, LineError> {
    field.only(&["code", "log_odds", "sd", "known_at", "facts"])?;
    Ok(Term {
        code: field.required("code")?.key(TermCode::new)?,
        log_odds: field.required("log_odds")?.number()?,
        sd: field.required("sd")?.number()?,
        known_at: field.required("known_at")?.day()?,
        facts: field.each("facts", |field| field.key(FactId::new))?,
    })
}

fn claim(field: &Field) -> Result<Claim, LineError> {
    field.only(&[
        "id",
        "origin",
        "voucher",
        "stance",
        "kind",
        "certainty",
        "noncommittal",
        "fidelity",
        "claimed_on",
        "known_at",
        "window",
    ])?;
    let made = Claim::new(
        field.required("id")?.key(ClaimId::new)?,
        field.required("origin")?.key(OriginKey::new)?,
        voucher(&field.required("voucher")?)?,
        said(field)?,
        field.required("fidelity")?.number()?,
        field.required("claimed_on")?.day()?,
        field.required("known_at")?.day()?,
        field.optional("window").map(|field| window(&field)).transpose()?,
    );
    made.map_err(|error| misdated(field, error))
}

/// Which field an impossible claim is to be blamed on.
fn misdated(field: &Field, error: ClaimError) -> LineError {
    let name = match error {
        ClaimError::KnownBeforeClaimed { .. } => "known_at",
        ClaimError::WindowEndsBeforeItBegins { .. } => "to",
    };
    LineError::new(field.path(name), error.to_string())
}

fn voucher(field: &Field) -> Result<Voucher, LineError> {
    field.only(&["class", "id"])?;
    Ok(Voucher {
        class: field.required("class")?.word(VoucherClass::from_code, VoucherClass::ALL, VoucherClass::code)?,
        id: field.required("id")?.key(VoucherId::new)?,
    })
}

/// A statement has a side, a kind and a certainty; a reply has none of them but says what was replied.
fn said(field: &Field) -> Result<Said, LineError> {
    match field.required("stance")?.sign()? {
        0 => reply(field),
        sign => {
            field.absent("noncommittal", "a claim that takes a side has no reply")?;
            Ok(Said::Statement {
                stance: if sign > 0 { Stance::Supports } else { Stance::Denies },
                kind: field.required("kind")?.word(Kind::from_code, Kind::ALL, Kind::code)?,
                certainty: field.required("certainty")?.word(Certainty::from_code, Certainty::ALL, Certainty::code)?,
            })
        }
    }
}

fn reply(field: &Field) -> Result<Said, LineError> {
    let noncommittal = |code: &str| (code == "noncommittal").then_some(());
    field.required("kind")?.word(noncommittal, &[()], |()| "noncommittal")?;
    field.absent("certainty", "a stance of 0 has no certainty")?;
    Ok(Said::Reply(field.required("noncommittal")?.word(Reply::from_code, Reply::ALL, Reply::code)?))
}

fn window(field: &Field) -> Result<Window, LineError> {
    field.only(&["milestone", "from", "to"])?;
    let milestone = field.required("milestone")?.word(Milestone::from_code, Milestone::ALL, Milestone::code)?;
    let from = field.optional("from").map(|field| field.day()).transpose()?;
    Window::new(milestone, from, field.required("to")?.day()?).map_err(|error| misdated(field, error))
}

fn record(field: &Field) -> Result<Record, LineError> {
    field.only(&["voucher", "resolved_on", "right", "prior_probability", "stance", "weight"])?;
    let sign = field.required("stance")?;
    Ok(Record {
        voucher: voucher(&field.required("voucher")?)?,
        resolved_on: field.required("resolved_on")?.day()?,
        right: field.required("right")?.truth()?,
        prior_probability: field.required("prior_probability")?.number()?,
        stance: match sign.sign()? {
            0 => return Err(sign.fault("a record is of a claim that took a side: 1 or -1")),
            positive if positive > 0 => Stance::Supports,
            _ => Stance::Denies,
        },
        weight: field.optional("weight").map_or(Ok(Share::ALL), |field| field.number())?,
    })
}
