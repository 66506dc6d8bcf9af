//! Awards in figures and a sentence.

use std::sync::Arc;

use async_graphql::{Context, Description, Object, Result};
use chrono::NaiveDate;

use crate::graphql::award::Award;
use crate::graphql::name::printed;
use crate::graphql::plan::{Arguments, Planned, Selection, loader};
use crate::graphql::scalars::Date;
use crate::store;
use crate::store::award_summary::{AwardSummaries, Honour, Honoured};
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::subject::RowsOf;

/// Awards in figures and a sentence, as they were known on a day.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardSummary {
    as_of: NaiveDate,
    figures: Arc<store::award_summary::AwardSummary>,
}

#[Object(use_type_description)]
impl AwardSummary {
    /// The day whose knowledge this is: what was announced by then counts, else what was held by then.
    async fn as_of(&self) -> Date {
        Date(self.as_of)
    }

    /// All nominations, wins included, e.g. 8.
    async fn nominations(&self) -> i32 {
        self.figures.nominations
    }

    /// Wins, shared ones included, e.g. 5.
    async fn wins(&self) -> i32 {
        self.figures.wins
    }

    /// Wins that others share, e.g. 1.
    async fn shared_wins(&self) -> i32 {
        self.figures.shared_wins
    }

    /// In English, e.g. "Won 5 of 8 nominations, among them Best Drama at the 4th Blue Dragon Series Awards."
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let foremost = match &self.figures.foremost {
            Some(honour) => Some(place(ctx, honour).await?),
            None => None,
        };
        let figures = &self.figures;
        Ok(sentence(figures.nominations, figures.wins, figures.shared_wins, foremost.as_deref()))
    }

    /// By award body, most wins first.
    async fn by_award(&self) -> Vec<AwardTally> {
        self.figures.by_award.iter().cloned().map(AwardTally).collect()
    }
}

/// One award body's share.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardTally(store::award_summary::AwardTally);

#[Object(use_type_description)]
impl AwardTally {
    /// The award body.
    async fn award(&self) -> Award {
        Award(self.0.award.clone())
    }

    /// Nominations, wins included, e.g. 4.
    async fn nominations(&self) -> i32 {
        self.0.nominations
    }

    /// Wins, shared ones included, e.g. 3.
    async fn wins(&self) -> i32 {
        self.0.wins
    }
}

impl Selection {
    /// Plans the award summaries of shows or people.
    pub(super) fn award_summaries<H: Honoured>(&self, honoured: &[H], wave: &mut Wave) {
        for (with, below) in self.uses("awardSummary") {
            let below = below.clone();
            wave.want(summaries::<H>(as_of(with)), honoured.to_vec(), move |summaries, wave| {
                if below.has("sentence") {
                    let foremost = summaries.iter().filter_map(|summary| summary.foremost.as_ref());
                    wave.want_leaf(RowsOf::<Named>::new(), foremost.flat_map(named).collect());
                }
                let tallies = summaries.iter().flat_map(|summary| &summary.by_award);
                let awards: Vec<_> = tallies.map(|tally| tally.award.clone()).collect();
                Award::plan(&awards, &below.under("byAward").under("award"), wave);
            });
        }
    }
}

/// The award summary of a show or person, as planned.
pub(super) async fn award_summary<H: Honoured>(ctx: &Context<'_>, of: H, as_of: Option<Date>) -> Result<AwardSummary> {
    let relation = summaries::<H>(as_of);
    Ok(AwardSummary { as_of: relation.as_of, figures: loader(ctx)?.fetch(&relation, of).await? })
}

fn as_of(with: &Arguments) -> Option<Date> {
    with.get("asOf")
}

fn summaries<H>(as_of: Option<Date>) -> AwardSummaries<H> {
    AwardSummaries::new(as_of.unwrap_or_else(Date::today).0)
}

/// What the sentence names of an honour.
fn named(honour: &Honour) -> [Named; 2] {
    [Named::AwardCategory(honour.category), Named::Award(honour.award.id)]
}

/// The category and the occasion of an honour in English.
async fn place(ctx: &Context<'_>, honour: &Honour) -> Result<String> {
    let category = printed(ctx, Named::AwardCategory(honour.category), None, &honour.code).await?;
    let award = printed(ctx, Named::Award(honour.award.id), None, &honour.award.slug).await?;
    let occasion = honour.edition.map_or_else(|| honour.year.to_string(), ordinal);
    Ok(format!("{category} at the {occasion} {award}"))
}

/// The figures as a sentence; `foremost` is the honour to name.
fn sentence(nominations: i32, wins: i32, shared_wins: i32, foremost: Option<&str>) -> String {
    let Some(foremost) = foremost else { return "No award nominations are known.".to_owned() };
    let plural = if nominations == 1 { "" } else { "s" };
    let shared = if shared_wins == 0 { String::new() } else { format!(" ({shared_wins} shared)") };
    match (wins, nominations) {
        (0, 1) => format!("Nominated once, for {foremost}, without a win."),
        (0, _) => format!("Nominated {nominations} times, among others for {foremost}, without a win."),
        (1, _) => format!("Won 1 of {nominations} nomination{plural}{shared}: {foremost}."),
        _ => format!("Won {wins} of {nominations} nominations{shared}, among them {foremost}."),
    }
}

/// A number of a series in English, e.g. 61st.
fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{ordinal, sentence};

    const DRAMA: Option<&str> = Some("Best Drama at the 4th Blue Dragon Series Awards");

    #[test]
    fn nothing_known_is_said_so() {
        assert_eq!(sentence(0, 0, 0, None), "No award nominations are known.");
    }

    #[test]
    fn several_wins_name_one_among_them() {
        let says = "Won 5 of 8 nominations, among them Best Drama at the 4th Blue Dragon Series Awards.";
        assert_eq!(sentence(8, 5, 0, DRAMA), says);
    }

    #[test]
    fn shared_wins_are_counted_as_such() {
        let says = "Won 5 of 8 nominations (1 shared), among them Best Drama at the 4th Blue Dragon Series Awards.";
        assert_eq!(sentence(8, 5, 1, DRAMA), says);
    }

    #[test]
    fn a_single_win_is_named_as_the_only_one() {
        let drama = "Best Drama at the 4th Blue Dragon Series Awards";
        assert_eq!(sentence(8, 1, 0, DRAMA), format!("Won 1 of 8 nominations: {drama}."));
        assert_eq!(sentence(1, 1, 1, DRAMA), format!("Won 1 of 1 nomination (1 shared): {drama}."));
    }

    #[test]
    fn nominations_without_a_win_are_not_called_wins() {
        let drama = "Best Drama at the 4th Blue Dragon Series Awards";
        assert_eq!(sentence(1, 0, 0, DRAMA), format!("Nominated once, for {drama}, without a win."));
        assert_eq!(sentence(3, 0, 0, DRAMA), format!("Nominated 3 times, among others for {drama}, without a win."));
    }

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        let spoken = [1, 2, 3, 4, 11, 12, 13, 21, 61, 111, 112].map(ordinal);
        assert_eq!(spoken, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "61st", "111th", "112th"]);
    }
}
