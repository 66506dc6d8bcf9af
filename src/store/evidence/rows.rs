//! What is held of a show, and of its platforms and vouchers, that bears on whether it comes back.
//!
//! Nothing is left out by its day here: that is decided once, where a case is made, so that one reading serves every day.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::entity::ids::ChartId;
use ::entity::kinds::{ChartStratum, PlatformRole};
use ::entity::{
    award_category, award_ceremony, chart, chart_entry, claim, nomination, origin, platform, platform_check, report,
    resolution, season, show, show_platform, track_record,
};
use chrono::NaiveDate;

use crate::store::node::NodeKey;
use crate::store::source_work::AdaptationRow;

/// A claim with what is needed to weigh it.
#[derive(Debug)]
pub(super) struct ClaimRows {
    pub(super) claim: claim::Model,
    pub(super) origin: origin::Model,
    pub(super) report: Option<report::Model>,
    /// The target seasons that it names.
    pub(super) seasons: Vec<i32>,
    /// The fidelity of each retelling.
    pub(super) hops: Vec<f64>,
}

/// A week of a worldwide chart of which rows are held.
#[derive(Debug)]
pub(super) struct HeldWeek {
    pub(super) chart: ChartId,
    pub(super) stratum: Option<ChartStratum>,
    /// Its Monday.
    pub(super) week: NaiveDate,
    /// How many rows of it are held.
    pub(super) rows: i64,
}

/// A win with where and when.
#[derive(Debug)]
pub(super) struct Win {
    pub(super) nomination: nomination::Model,
    pub(super) category: award_category::Model,
    pub(super) ceremony: award_ceremony::Model,
}

/// A question that turned out, with the claim that was right or wrong about it.
pub(in crate::store) type Turned = (track_record::Model, claim::Model);

/// Everything held that bears on whether seasons of one show come, whatever the season, the day and whom one believes.
#[derive(Debug, Default)]
pub struct ShowRows {
    pub(super) show: Option<show::Model>,
    /// By position.
    pub(super) countries: Vec<String>,
    pub(super) platforms: Vec<(show_platform::Model, platform::Model)>,
    pub(super) seasons: Vec<season::Model>,
    pub(super) claims: Vec<ClaimRows>,
    pub(super) entries: Vec<(chart_entry::Model, chart::Model)>,
    pub(super) wins: Vec<Win>,
    pub(super) sources: Vec<Arc<AdaptationRow>>,
    pub(super) resolutions: Vec<resolution::Model>,
    /// Of the worldwide charts of the platform that holds the rights.
    pub(super) weeks: Arc<Vec<HeldWeek>>,
    /// When somebody looked at its channels for news of this show, or for any.
    pub(super) checks: Vec<Arc<platform_check::Model>>,
    /// How those turned out who vouch for one of its claims.
    pub(super) records: Vec<Arc<Turned>>,
}

impl ShowRows {
    /// Who holds the rights: who ordered it, else who airs it; who only carries it elsewhere does not.
    pub(super) fn holder(&self) -> Option<&platform::Model> {
        let of = |role| self.platforms.iter().find(move |(runs, _)| runs.role == role).map(|(_, platform)| platform);
        of(PlatformRole::Original).or_else(|| of(PlatformRole::Broadcaster))
    }

    /// The season with that number.
    pub(super) fn season(&self, number: i32) -> Option<&season::Model> {
        self.seasons.iter().find(|season| season.number == number)
    }
}

/// What stands under each key, in order.
pub(super) type Sources = BTreeMap<String, Vec<NodeKey>>;
