//! How likely it is that a season comes. Pure.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod vocabulary;
mod scale;
mod text;
mod claim;
mod reliability;
mod record;
mod case;
mod parameters;
mod item;
mod report;
mod overdue;
mod silence;
mod official;
mod platform;
mod origins;
mod interval;
mod status;
mod assess;
mod chart;
mod prior;
mod counterfactual;
mod explain;
mod wording;
mod dates;
mod shingles;
mod grouping;
mod field;
mod line;
pub mod examples;

pub use assess::*;
pub use case::*;
pub use chart::*;
pub use claim::*;
pub use counterfactual::*;
pub use dates::*;
pub use explain::*;
pub use field::LineError;
pub use grouping::*;
pub use interval::*;
pub use item::*;
pub use line::read_case;
pub use origins::*;
pub use overdue::overdue;
pub use parameters::*;
pub use prior::*;
pub use record::*;
pub use reliability::*;
pub use report::report_strength;
pub use scale::*;
pub use shingles::*;
pub use silence::silence_after;
pub use status::*;
pub use text::*;
pub use wording::*;

#[cfg(test)]
mod properties;
