//! How likely it is that a season comes, why, and what would change that. The model `rc-1`. Pure.
//!
//! The question, for a show and its season N: *is season N+1 officially ordered by the platform that holds the rights, or released, within
//! 1,095 days after season N became complete?* News about it copies, contradicts and misdates itself; this module weighs it. It
//! estimates the event. Whether the event is *confirmed* is a fact, told beside the number and never mixed with it.
//!
//! There is no file, no clock, no randomness and no database here (lints and a test see to that): a [`Case`] goes in, an [`Assessment`] comes
//! out, the same bits for the same case, in whatever order it was told. Evidence is counted in natural log odds, where independent
//! reasons add; so the answer is a sum, each [`Item`] of it is a reason, and explaining it is printing it.
//!
//! ```
//! use greenlight::renewal::{Parameters, RenewalBand, RenewalStatus, assess, examples};
//!
//! // Two articles about one show: one "confirms" two seasons, one quotes the platform: "we are considering it, nothing is confirmed".
//! let answer = assess(&examples::trauma_code(), Parameters::rc1());
//! assert_eq!(answer.probability().percent().to_string(), "63");
//! assert_eq!(answer.band(), RenewalBand::Likely);
//! assert_eq!(answer.status(), RenewalStatus::ReportedNotConfirmed);
//! assert_eq!(answer.origins().iter().filter(|origin| origin.is_report).count(), 1); // two articles, one voice
//! ```
//!
//! # To be read in this order
//!
//! | the numbers and the words | |
//! |---|---|
//! | [`scale`], [`span`] | what everything is measured in; a value that exists is valid |
//! | [`text`], `vocabulary` | keys, prose, and codes |
//! | [`parameters`], `rules` | every number of the model, in one versioned file, `rc-1.json` |
//!
//! | what is known | |
//! |---|---|
//! | [`said`], [`window`] | statements and replies; what is announced for when |
//! | [`claim`] | one thing said by one voucher, as one report words it |
//! | [`case`](mod@case) | everything that bears on one question, and what of it could be known on its day |
//! | [`line`](mod@line), `field` | a case as a line of JSON |
//!
//! | how it is weighed | |
//! |---|---|
//! | [`prior`], [`chart`] | how often comparable seasons come back, and what is known of this one |
//! | [`silence`] | what it means that nothing was said |
//! | [`reliability`](mod@reliability), [`record`] | who was right before |
//! | [`report`] | how far what somebody says moves the odds |
//! | [`overdue`](mod@overdue) | what is left of a claim when its date passes |
//! | [`official`], [`platform`] | the platform's word, and its replies that decide nothing |
//! | [`origins`] | independent voices, however often repeated |
//! | [`assess`](mod@assess), [`item`] | the seven steps, and the sum |
//!
//! | what is answered | |
//! |---|---|
//! | [`interval`], [`status`] | how far to trust the number, and the words beside it |
//! | [`explain`], `labels` | the answer as a newsroom could print it |
//! | [`counterfactual`] | what would change it |
//! | `kept` | as JSON, and back |
//!
//! | how claims are read before they are weighed | |
//! |---|---|
//! | [`wording`] | how firmly something was said |
//! | [`dates`] | a report cannot be older than what it tells of |
//! | [`grouping`], [`shingles`] | which claims go back to one utterance |
//!
//! `properties` proves what always holds, and that five broken models are noticed; the test vectors hold the model to 1e-9.
//!
//! Sources: I. J. Good's weight of evidence; Beta reputation (Jøsang & Ismail 2002); log-odds pooling (Satopää et al. 2014); copying between
//! sources (Dong, Berti-Équille & Srivastava 2009); mixture-cure hazard; probability words (ICD 203; Hashim 2024; van der Bles 2020).
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod vocabulary;
pub mod scale;
pub mod span;
pub mod text;
mod rules;
pub mod parameters;
pub mod said;
pub mod window;
pub mod claim;
pub mod case;
mod field;
pub mod line;
pub mod chart;
pub mod prior;
pub mod silence;
pub mod reliability;
pub mod record;
pub mod report;
pub mod overdue;
pub mod official;
pub mod platform;
pub mod origins;
pub mod item;
pub mod assess;
pub mod interval;
pub mod status;
mod labels;
pub mod explain;
pub mod counterfactual;
mod kept;
pub mod wording;
pub mod dates;
pub mod shingles;
pub mod grouping;
pub mod examples;
#[cfg(test)]
mod properties;

pub use assess::Assessment;
pub use assess::OfficialPosition;
pub use assess::Step;
pub use assess::StepName;
pub use assess::assess;
pub use case::Case;
pub use case::CaseError;
pub use case::Term;
pub use case::Trust;
pub use chart::Chart;
pub use chart::ChartWeek;
pub use chart::chart_evidence;
pub use claim::Claim;
pub use claim::ClaimError;
pub use claim::Voucher;
pub use claim::VoucherClass;
pub use counterfactual::Counterfactual;
pub use counterfactual::CounterfactualEvent;
pub use counterfactual::case_after;
pub use counterfactual::counterfactuals;
pub use dates::Anachronism;
pub use dates::DateVerdict;
pub use dates::DatedReport;
pub use dates::PastFact;
pub use dates::lint_date;
pub use explain::Naming;
pub use explain::Reason;
pub use field::LineError;
pub use grouping::Grouped;
pub use grouping::OriginRule;
pub use grouping::Root;
pub use grouping::Seasons;
pub use grouping::Utterance;
pub use grouping::group;
pub use interval::Interval;
pub use item::Item;
pub use item::ItemCode;
pub use item::ItemGroup;
pub use item::NotACode;
pub use item::Source;
pub use kept::NotARange;
pub use kept::NotAnAssessment;
pub use line::read_case;
pub use origins::WeighedOrigin;
pub use origins::dependence_weights;
pub use overdue::overdue;
pub use parameters::ParameterError;
pub use parameters::Parameters;
pub use prior::Award;
pub use prior::AwardWeight;
pub use prior::Features;
pub use prior::Market;
pub use prior::prior_terms;
pub use record::Outcome;
pub use record::Record;
pub use record::Resolution;
pub use record::claim_outcome;
pub use record::record_entry;
pub use record::reliability;
pub use record::remembered;
pub use reliability::NotAReliability;
pub use reliability::Reliability;
pub use report::report_strength;
pub use said::Certainty;
pub use said::Kind;
pub use said::Reply;
pub use said::Said;
pub use said::Stance;
pub use scale::Change;
pub use scale::Fidelity;
pub use scale::LogOdds;
pub use scale::Multiplier;
pub use scale::OutOfRange;
pub use scale::Percent;
pub use scale::Positive;
pub use scale::Probability;
pub use scale::Sd;
pub use scale::Share;
pub use scale::Worth;
pub use shingles::Shingles;
pub use silence::silence_after;
pub use span::Day;
pub use span::Span;
pub use status::EvidenceGrade;
pub use status::RenewalBand;
pub use status::RenewalStatus;
pub use text::ClaimId;
pub use text::Detail;
pub use text::Empty;
pub use text::FactId;
pub use text::OriginKey;
pub use text::Prose;
pub use text::TermCode;
pub use text::VoucherId;
pub use window::Milestone;
pub use window::Window;
pub use wording::WordingRead;
pub use wording::clauses;
pub use wording::read_reply;
pub use wording::read_wording;
pub use wording::retold;
