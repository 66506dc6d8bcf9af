//! What is held of a show, and of its platform and vouchers, that bears on whether it comes back.
//!
//! Nothing is left out by its day here: that is decided once, where a case is made, so that one reading serves every day.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::entity::ids::{
    ChartEntryId, ChartId, ClaimId, NominationId, OutletId, PersonId, PlatformCheckId, PlatformId, ResolutionId,
    ShowId, SourceWorkId,
};
use ::entity::kinds::{AwardWeightClass, ChartStratum, Outcome, PlatformRole, Stance, VoucherClass};
use ::entity::{claim, origin, season};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;

use crate::store::node::NodeKey;

/// A claim with what is needed to weigh it.
#[derive(Debug)]
pub(super) struct ClaimRows {
    pub(super) claim: Arc<claim::Model>,
    pub(super) origin: Arc<origin::Model>,
    /// Whose report it is in; null = in none.
    pub(super) reported_by: Option<OutletId>,
    /// Null = that stands.
    pub(super) report_withdrawn_at: Option<DateTime<Utc>>,
    /// The target seasons that it names.
    pub(super) seasons: Vec<i32>,
    /// The fidelity of each retelling, nearest the utterance first.
    pub(super) hops: Vec<f64>,
}

/// Who runs the show, or ran it.
#[derive(Debug)]
pub(super) struct Carrier {
    pub(super) platform: PlatformId,
    pub(super) role: PlatformRole,
    pub(super) slug: String,
    pub(super) name: String,
}

/// An answered question.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) id: ResolutionId,
    pub(super) season_number: i32,
    pub(super) outcome: Outcome,
    pub(super) resolved_on: NaiveDate,
    pub(super) reversed_on: Option<NaiveDate>,
    pub(super) claim_id: Option<ClaimId>,
}

/// A work of which story is left to adapt.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) work: SourceWorkId,
    /// The code of its medium.
    pub(super) medium: String,
}

/// That somebody looked for news of a show, or at a platform's channels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Check {
    pub(super) id: PlatformCheckId,
    pub(super) show: Option<ShowId>,
    pub(super) platform: Option<PlatformId>,
    pub(super) checked_at: DateTime<Utc>,
}

/// A row of a worldwide chart.
#[derive(Debug, FromQueryResult)]
pub(super) struct Charted {
    pub(super) id: ChartEntryId,
    pub(super) show_id: ShowId,
    pub(super) season_number: Option<i32>,
    /// The Monday of its week.
    pub(super) week: NaiveDate,
    pub(super) rank: i32,
    pub(super) hours_viewed: Option<i64>,
    pub(super) label: String,
    pub(super) platform_id: PlatformId,
    pub(super) stratum: Option<ChartStratum>,
}

/// A week of a worldwide chart of which rows are held.
#[derive(Debug, FromQueryResult)]
pub(super) struct HeldWeek {
    pub(super) platform_id: PlatformId,
    pub(super) stratum: Option<ChartStratum>,
    pub(super) chart_id: ChartId,
    /// Its Monday.
    pub(super) week: NaiveDate,
    /// How many rows of it are held.
    pub(super) rows: i64,
}

/// A win with where and when.
#[derive(Debug, FromQueryResult)]
pub(super) struct Win {
    pub(super) id: NominationId,
    pub(super) show_id: ShowId,
    pub(super) weight_class: Option<AwardWeightClass>,
    announced_on: Option<NaiveDate>,
    held_on: Option<NaiveDate>,
}

impl Win {
    /// The day on which it was known.
    pub(super) fn announced_on(&self) -> Option<NaiveDate> {
        self.announced_on.or(self.held_on)
    }
}

/// A claim that turned out right or wrong, and who vouched for it.
#[derive(Debug, FromQueryResult)]
pub(super) struct Turned {
    pub(super) voucher_class: VoucherClass,
    pub(super) voucher_name: String,
    pub(super) voucher_outlet_id: Option<OutletId>,
    pub(super) voucher_person_id: Option<PersonId>,
    pub(super) voucher_platform_id: Option<PlatformId>,
    pub(super) resolved_on: NaiveDate,
    pub(super) is_right: bool,
    pub(super) weight: f64,
    pub(super) prior_probability: f64,
    pub(super) stance: Stance,
}

/// Everything held that bears on whether seasons of one show come, whatever the season, the day and whom one believes.
#[derive(Debug, Default)]
pub struct ShowRows {
    /// In which it was made.
    pub(super) language: Option<String>,
    /// By position.
    pub(super) countries: Vec<String>,
    pub(super) carriers: Vec<Carrier>,
    /// By number.
    pub(super) seasons: Vec<Arc<season::Model>>,
    pub(super) claims: Vec<ClaimRows>,
    /// By week.
    pub(super) charted: Vec<Charted>,
    pub(super) wins: Vec<Win>,
    pub(super) sources: Vec<Source>,
    /// By target season.
    pub(super) answers: Vec<Answered>,
    /// Of the worldwide charts of who holds the rights.
    pub(super) weeks: Arc<Vec<HeldWeek>>,
    /// Of the show, or of the channels of who holds the rights.
    pub(super) checks: Vec<Check>,
    /// Of those who vouch for one of its claims.
    pub(super) records: Vec<Arc<Turned>>,
}

impl ShowRows {
    /// Who holds the rights: who ordered it, else who airs it; who only carries it elsewhere does not.
    pub(super) fn holder(&self) -> Option<&Carrier> {
        let of = |role| self.carriers.iter().find(move |carrier| carrier.role == role);
        of(PlatformRole::Original).or_else(|| of(PlatformRole::Broadcaster))
    }

    /// The platform that holds the rights; null = unknown.
    pub fn platform(&self) -> Option<PlatformId> {
        self.holder().map(|holder| holder.platform)
    }

    /// Every season, by number.
    pub fn seasons(&self) -> &[Arc<season::Model>] {
        &self.seasons
    }

    /// The season with that number.
    pub(super) fn season(&self, number: i32) -> Option<&season::Model> {
        self.seasons.iter().map(AsRef::as_ref).find(|season| season.number == number)
    }
}

/// What stands under each key, in order.
pub(super) type Sources = BTreeMap<String, Vec<NodeKey>>;
