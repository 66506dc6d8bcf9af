//! Published numbers, to be cited.

use std::sync::Arc;

use ::entity::show;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::id;
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::plan::{Planned, Selection, loader, row, row_if};
use crate::graphql::renewal::RenewalConfidence;
use crate::graphql::renewal_answer::{Answer, Found};
use crate::graphql::scalars::DateTime;
use crate::renewal::Probability;
use crate::store::as_of::AsOf;
use crate::store::evidence::{EvidenceOf, Trust};
use crate::store::forecast::{ForecastRow, ForecastsOf, PublishedAs};
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::node::NodeKey;
use crate::store::target::Target;

/// A published number, kept for ever: what this server said on a day, as the model of that day saw it. One is published whenever
/// the evidence, the status or the band changed, or the probability moved by .01.
#[derive(Clone, Debug, Description)]
pub(super) struct ForecastSnapshot(Arc<ForecastRow>);

impl From<Arc<ForecastRow>> for ForecastSnapshot {
    fn from(row: Arc<ForecastRow>) -> Self {
        Self(row)
    }
}

impl Planned for ForecastSnapshot {
    type Row = ForecastRow;

    fn plan(rows: &[Arc<ForecastRow>], asked: &Selection, wave: &mut Wave) {
        if asked.has("outlook") {
            let (below, rows) = (asked.under("outlook"), rows.to_vec());
            let shows = rows.iter().map(|row| row.show_id).collect();
            wave.want(ByKey::<show::Entity>::new(), shows, move |shows, wave| {
                let targets = rows.iter().zip(shows).filter_map(|(row, show)| Some(target(row, (**show).clone()?)));
                RenewalOutlook::plan(&targets.collect::<Vec<_>>(), &below, wave);
            });
        }
        if asked.has("published") {
            wave.want_leaf(ByKey::<show::Entity>::new(), rows.iter().map(|row| row.show_id).collect());
            let (below, rows) = (asked.under("published"), rows.to_vec());
            let keys = rows.iter().map(|row| row.id).collect();
            wave.want(PublishedAs, keys, move |found, wave| {
                // Each on a day of its own.
                for (row, weighed) in rows.iter().zip(found) {
                    let published = (**weighed).clone().map(|weighed| Found::Published(row.clone(), weighed));
                    below.of_answers(&as_published(row), published.into_iter().collect(), wave);
                }
            });
        }
    }
}

#[Object(use_type_description)]
impl ForecastSnapshot {
    /// Global id; it can be asked for ever.
    pub(super) async fn id(&self) -> ID {
        id::of(NodeKey::ForecastSnapshot(self.0.id))
    }

    /// Which question was answered; null = this server does not hold the show any more.
    async fn outlook(&self, ctx: &Context<'_>) -> Result<Option<RenewalOutlook>> {
        let show = row_if::<show::Entity>(ctx, Some(self.0.show_id)).await?;
        Ok(show.map(|show| RenewalOutlook(target(&self.0, show))))
    }

    /// When this server published it.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.0.recorded_at)
    }

    /// SHA-256 in hex of all that was known and of the model's version, as compact JSON; answers of different days that rest on the
    /// same evidence share it.
    async fn inputs_hash(&self) -> &str {
        &self.0.input_hash
    }

    /// The whole answer as it was published, with the evidence and by the model of that day.
    async fn published(&self, ctx: &Context<'_>) -> Result<RenewalConfidence> {
        let show = row::<show::Entity>(ctx, self.0.show_id).await?;
        let weighed = loader(ctx)?.fetch(&PublishedAs, self.0.id).await?;
        let weighed = (*weighed).clone().ok_or("a published number is never deleted")?;
        let found = Found::Published(self.0.clone(), weighed);
        Ok(RenewalConfidence(Arc::new(Answer { show, asked: as_published(&self.0), found })))
    }

    /// One line to cite, English, e.g. "Greenlight rc-1, 31 October 2025: 63 % (35–84 %)".
    async fn citation(&self) -> Result<String> {
        let ForecastRow { model_version, as_of, .. } = &*self.0;
        let percent = |value| Ok::<_, async_graphql::Error>(Probability::new(value)?.percent());
        let (low, high) = (percent(self.0.interval_low)?, percent(self.0.interval_high)?);
        let (likely, day) = (percent(self.0.probability)?, as_of.format("%-d %B %Y"));
        Ok(format!("Greenlight {model_version}, {day}: {likely} % ({low}–{high} %)"))
    }
}

/// What a published number is about.
fn target(row: &ForecastRow, show: Arc<show::Model>) -> Arc<Target> {
    Arc::new(Target { show, season: row.season_number })
}

/// How a published number was asked for: everything that was knowable by its day, believing everybody.
fn as_published(row: &ForecastRow) -> EvidenceOf {
    EvidenceOf { as_of: AsOf::Day(row.as_of), without: Vec::new(), trust: Trust::default() }
}

/// Of the published numbers about a question the last by the day of an answer that rests on the same evidence.
fn copy_of(found: &Found, published: &[Arc<ForecastRow>]) -> Option<Arc<ForecastRow>> {
    if let Found::Published(row, _) = found {
        return Some(row.clone());
    }
    let (day, hash) = (found.figures().as_of, found.input_hash());
    published.iter().rfind(|row| row.as_of <= day && row.input_hash == hash).cloned()
}

/// The citable copy of an answer, as planned; null = none was published on its evidence.
pub(super) async fn snapshot(ctx: &Context<'_>, found: &Found) -> Result<Option<ForecastSnapshot>> {
    if let Found::Published(row, _) = found {
        return Ok(Some(row.clone().into()));
    }
    let published = loader(ctx)?.fetch(&ForecastsOf, found.question()).await?;
    Ok(copy_of(found, &published).map(ForecastSnapshot::from))
}

impl Selection {
    /// Plans the citable copies of answers.
    pub(super) fn snapshots_of(&self, found: Vec<Found>, wave: &mut Wave) {
        if !self.has("snapshot") {
            return;
        }
        let below = self.under("snapshot");
        let (published, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|found| matches!(found, Found::Published(..)));
        let rows: Vec<_> = published.iter().filter_map(|found| copy_of(found, &[])).collect();
        ForecastSnapshot::plan(&rows, &below, wave);
        wave.want(ForecastsOf, others.iter().map(Found::question).collect(), move |published, wave| {
            let copies = others.iter().zip(published).filter_map(|(found, published)| copy_of(found, published));
            ForecastSnapshot::plan(&copies.collect::<Vec<_>>(), &below, wave);
        });
    }
}
