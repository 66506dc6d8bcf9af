//! What things are called in print, in plain English: one word or phrase for each code.

use crate::renewal::assess::Assessment;
use crate::renewal::assess::OfficialPosition;
use crate::renewal::said::Reply;
use crate::renewal::span::Day;
use crate::renewal::status::EvidenceGrade;
use crate::renewal::text::TermCode;

pub(super) fn print(day: Day) -> String {
    day.format("%-d %B %Y").to_string()
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn grade_sentence(grade: EvidenceGrade) -> String {
    match grade {
        EvidenceGrade::WellSupported => "The number is well supported.".to_owned(),
        EvidenceGrade::Moderate | EvidenceGrade::Thin => format!("The evidence is {}.", grade.label()),
    }
}

pub(super) fn reply_words(answer: &Assessment) -> &'static str {
    match answer.official_position() {
        OfficialPosition::Replied(reply) => reply_label(reply),
        _ => "has not decided in public",
    }
}

pub(super) const fn reply_label(reply: Reply) -> &'static str {
    match reply {
        Reply::NoPlans => "says that there are no plans",
        Reply::PositiveTalks => "says that it is positively in talks",
        Reply::UnderReview => "says that it is considering it",
        Reply::NoDecision => "says that nothing is decided",
        Reply::NoComment => "does not comment",
    }
}

pub(super) fn term_label(term: &TermCode) -> String {
    match term.as_str() {
        "base" => "how often comparable seasons return".to_owned(),
        "chart_hours" => "hours watched in the first 35 days".to_owned(),
        "uncharted" => "it never reached the chart".to_owned(),
        "limited_label" => "it was sold as a limited series".to_owned(),
        "serial_source" => "its source has story left".to_owned(),
        "later_season" => "it is a later season".to_owned(),
        other => match other.strip_prefix("awards:").and_then(|day| day.parse::<Day>().ok()) {
            Some(day) => format!("awards announced on {}", print(day)),
            None => other.replace('_', " "),
        },
    }
}
