//! The tracker's one word for a show, its history, and what was decided about the next season.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::show;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::decision::DecisionStatus;
use crate::graphql::node::Node;
use crate::graphql::plan::{Selection, loader};
use crate::graphql::reference::referred;
use crate::graphql::scalars::Date;
use crate::store::decision::{Ruling, RulingsOf};
use crate::store::loader::Wave;
use crate::store::show_detail::SeasonsOf;
use crate::store::status::{self, Facts, history};

/// One word for a tracker, from what is out and what was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "status::ShowStatus")]
pub(super) enum ShowStatus {
    /// Ordered, no day yet: nothing is out, and the exact day of the first release is not known.
    Announced,
    /// A day is set, nothing is out.
    Upcoming,
    /// A season is coming out.
    Airing,
    /// Between seasons, the next is ordered, or stands in the catalog.
    Renewed,
    /// Between seasons, nothing decided: also where the question lapsed without an answer.
    InLimbo,
    /// Stopped by decision: the next season was refused, or its order withdrawn.
    Cancelled,
    /// Complete by its makers' or platform's word: announced as the last, a limited series, or over.
    Ended,
}

/// A change of the tracker's word.
#[derive(Clone, Copy, Debug, Description)]
pub(super) struct StatusChange(status::StatusChange);

#[Object(use_type_description)]
impl StatusChange {
    /// Day; of a date that is only known to the month or year its last day.
    async fn on(&self) -> Date {
        Date(self.0.on)
    }

    /// The word until then; null = nothing was known.
    async fn from(&self) -> Option<ShowStatus> {
        self.0.from.map(Into::into)
    }

    /// The word from then on.
    async fn to(&self) -> ShowStatus {
        self.0.to.into()
    }

    /// The season that began or was complete, or the claim that decided; null = the passing of time, or a decision of which no
    /// claim is held.
    async fn cause(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        let Some(key) = self.0.cause else { return Ok(None) };
        Ok(Some(referred(ctx, key).await?))
    }
}

/// The word for a show on a day, as planned; null = nothing is known.
pub(super) async fn status_on(ctx: &Context<'_>, show: &show::Model, day: Date) -> Result<Option<ShowStatus>> {
    let (seasons, rulings) = facts(ctx, show.id).await?;
    Ok(status::status(&Facts { show, seasons: &seasons, rulings: &rulings }, day.0).map(Into::into))
}

/// What was decided about the next season by a day, as planned; null = the question is not open.
pub(super) async fn decision_on(ctx: &Context<'_>, show: &show::Model, day: Date) -> Result<Option<DecisionStatus>> {
    let (seasons, rulings) = facts(ctx, show.id).await?;
    let facts = Facts { show, seasons: &seasons, rulings: &rulings };
    Ok(status::decision_status(&facts, day.0).map(Into::into))
}

/// When the word changed up to today, as planned.
pub(super) async fn status_history(ctx: &Context<'_>, show: &show::Model) -> Result<Vec<StatusChange>> {
    let (seasons, rulings) = facts(ctx, show.id).await?;
    let facts = Facts { show, seasons: &seasons, rulings: &rulings };
    Ok(history(&facts, Date::today().0).into_iter().map(StatusChange).collect())
}

type Seasons = Arc<Vec<Arc<::entity::season::Model>>>;

async fn facts(ctx: &Context<'_>, show: ShowId) -> Result<(Seasons, Arc<Vec<Ruling>>)> {
    let loader = loader(ctx)?;
    Ok((loader.fetch(&SeasonsOf, show).await?, loader.fetch(&RulingsOf, show).await?))
}

impl Selection {
    /// Plans the words for shows, their histories, and what was decided.
    pub(super) fn statuses(&self, shows: &[Arc<show::Model>], wave: &mut Wave) {
        if !["status", "statusHistory", "decisionStatus"].iter().any(|field| self.has(field)) {
            return;
        }
        let (causes, shows) = (self.under("statusHistory"), shows.to_vec());
        let keys: Vec<ShowId> = shows.iter().map(|show| show.id).collect();
        wave.want(SeasonsOf, keys.clone(), move |seasons, wave| {
            let seasons = seasons.to_vec();
            wave.want(RulingsOf, keys, move |rulings, wave| {
                let known = shows.iter().zip(&seasons).zip(rulings);
                let changes = known
                    .flat_map(|((show, seasons), rulings)| history(&Facts { show, seasons, rulings }, Date::today().0));
                causes.references("cause", changes.filter_map(|change| change.cause), wave);
            });
        });
    }
}
