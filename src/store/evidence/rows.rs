//! The rows behind any number of questions, by a fixed number of statements.
//!
//! Nothing is left out by its day here: that is decided once, where a case is made, so that one reading serves every day.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use ::entity::ids::{ChartId, ClaimId, PlatformId, ShowId};
use ::entity::kinds::{ChartStratum, ClaimKind, NominationResult, PlatformRole};
use ::entity::{
    award_category, award_ceremony, chart, chart_entry, claim, claim_hop, claim_season, nomination, origin, platform,
    platform_check, report, resolution, season, show, show_country, show_platform, track_record,
};
use chrono::NaiveDate;
use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationTrait as _, Value,
};

use crate::renewal::Parameters;
use crate::store::list::any_of;
use crate::store::loader::Relation as _;
use crate::store::node::NodeKey;
use crate::store::outcome::ResolutionsOfShow;
use crate::store::source_work::{AdaptationRow, SourcesOfShow};

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
    pub(super) platform: PlatformId,
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

/// What is held of one show.
#[derive(Debug, Default)]
pub(super) struct ShowRows {
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

/// What is held of several shows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) shows: HashMap<ShowId, ShowRows>,
    pub(super) weeks: Vec<HeldWeek>,
    pub(super) checks: Vec<platform_check::Model>,
    /// Each with the claim that turned out.
    pub(super) records: Vec<(track_record::Model, claim::Model)>,
}

/// Reads everything that bears on the future of `shows`.
pub(super) async fn read(db: &DatabaseConnection, shows: &BTreeSet<ShowId>) -> Result<Rows, DbErr> {
    let mut rows = Rows { shows: shows.iter().map(|show| (*show, ShowRows::default())).collect(), ..Rows::default() };
    rows.read_shows(db, shows).await?;
    rows.read_claims(db, shows).await?;
    rows.read_successes(db, shows).await?;
    rows.read_platforms(db, shows).await?;
    rows.records = records(db, &rows).await?;
    Ok(rows)
}

fn keys(shows: &BTreeSet<ShowId>) -> impl Iterator<Item = Value> {
    shows.iter().map(|show| Value::from(*show))
}

impl Rows {
    fn of(&mut self, show: ShowId) -> &mut ShowRows {
        self.shows.entry(show).or_default()
    }

    async fn read_shows(&mut self, db: &DatabaseConnection, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
        let facts = show::Entity::find().filter(any_of(show::Column::Id.into_expr(), keys(shows)));
        for show in facts.all(db).await? {
            let id = show.id;
            self.of(id).show = Some(show);
        }
        let seasons = season::Entity::find().filter(any_of(season::Column::ShowId.into_expr(), keys(shows)));
        for season in seasons.order_by_asc(season::Column::Number).all(db).await? {
            self.of(season.show_id).seasons.push(season);
        }
        let countries =
            show_country::Entity::find().filter(any_of(show_country::Column::ShowId.into_expr(), keys(shows)));
        for country in countries.order_by_asc(show_country::Column::Position).all(db).await? {
            self.of(country.show_id).countries.push(country.country);
        }
        let runs = show_platform::Entity::find().filter(any_of(show_platform::Column::ShowId.into_expr(), keys(shows)));
        let runs = runs.order_by_asc(show_platform::Column::Id).find_also_related(platform::Entity);
        for (run, platform) in runs.all(db).await? {
            let Some(platform) = platform else { continue };
            self.of(run.show_id).platforms.push((run, platform));
        }
        for (show, resolutions) in ResolutionsOfShow.load(db, &shows.iter().copied().collect::<Vec<_>>()).await? {
            self.of(show).resolutions = resolutions;
        }
        Ok(())
    }

    /// Claims about the future: decisions, work, intentions and replies, not facts or opinions.
    async fn read_claims(&mut self, db: &DatabaseConnection, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
        let kinds = [ClaimKind::Decision, ClaimKind::Production, ClaimKind::Intent, ClaimKind::Noncommittal];
        let of_shows = || {
            let of_shows = any_of(claim::Column::ShowId.into_expr(), keys(shows));
            of_shows.add(claim::Column::Kind.is_in(kinds))
        };
        let mut seasons: HashMap<ClaimId, Vec<i32>> = HashMap::new();
        let named = claim_season::Entity::find().join(JoinType::InnerJoin, claim_season::Relation::Claim.def());
        for row in named.filter(of_shows()).all(db).await? {
            seasons.entry(row.claim_id).or_default().push(row.season_number);
        }
        let mut hops: HashMap<ClaimId, Vec<f64>> = HashMap::new();
        let retold = claim_hop::Entity::find().join(JoinType::InnerJoin, claim_hop::Relation::Claim.def());
        for row in retold.filter(of_shows()).order_by_asc(claim_hop::Column::Hop).all(db).await? {
            hops.entry(row.claim_id).or_default().push(row.fidelity);
        }
        let claims = claim::Entity::find().filter(of_shows()).order_by_asc(claim::Column::Id);
        let claims = claims.find_also_related(origin::Entity).find_also_related(report::Entity);
        for (claim, origin, report) in claims.all(db).await? {
            let Some(origin) = origin else { continue };
            let seasons = seasons.remove(&claim.id).unwrap_or_default();
            let hops = hops.remove(&claim.id).unwrap_or_default();
            self.of(claim.show_id).claims.push(ClaimRows { claim, origin, report, seasons, hops });
        }
        Ok(())
    }

    /// How the seasons charted, what they won, and what they were made from.
    async fn read_successes(&mut self, db: &DatabaseConnection, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
        let worldwide =
            any_of(chart_entry::Column::ShowId.into_expr(), keys(shows)).add(chart::Column::Country.is_null());
        let entries = chart_entry::Entity::find().find_also_related(chart::Entity).filter(worldwide);
        for (entry, chart) in entries.order_by_asc(chart_entry::Column::Week).all(db).await? {
            let Some(chart) = chart else { continue };
            self.of(entry.show_id).entries.push((entry, chart));
        }
        let won = any_of(nomination::Column::ShowId.into_expr(), keys(shows))
            .add(nomination::Column::Result.eq(NominationResult::Won));
        let wins = nomination::Entity::find().filter(won).order_by_asc(nomination::Column::Id);
        let wins = wins.find_also_related(award_category::Entity).find_also_related(award_ceremony::Entity);
        for (nomination, category, ceremony) in wins.all(db).await? {
            let (Some(show), Some(category), Some(ceremony)) = (nomination.show_id, category, ceremony) else {
                continue;
            };
            self.of(show).wins.push(Win { nomination, category, ceremony });
        }
        for (show, sources) in SourcesOfShow.load(db, &shows.iter().copied().collect::<Vec<_>>()).await? {
            self.of(show).sources = sources;
        }
        Ok(())
    }

    /// Until when somebody looked at those who hold the rights, and which weeks of their charts are held.
    async fn read_platforms(&mut self, db: &DatabaseConnection, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
        let holders: BTreeSet<_> = self.shows.values().filter_map(|show| Some(show.holder()?.id)).collect();
        let holders = || holders.iter().map(|platform| Value::from(*platform));
        let looked = Condition::any()
            .add(any_of(platform_check::Column::ShowId.into_expr(), keys(shows)))
            .add(any_of(platform_check::Column::PlatformId.into_expr(), holders()));
        self.checks =
            platform_check::Entity::find().filter(looked).order_by_asc(platform_check::Column::Id).all(db).await?;
        let of_chart = chart_entry::Column::ChartId.into_expr().eq(chart::Column::Id.into_expr());
        let parts = [chart::Column::Id, chart::Column::PlatformId, chart::Column::Stratum];
        let mut weeks = Query::select();
        weeks.from(chart_entry::Entity).inner_join(chart::Entity, of_chart);
        for (part, name) in parts.into_iter().zip(["chart", "platform", "stratum"]) {
            weeks.expr_as(part.into_expr(), name).add_group_by([part.into_expr()]);
        }
        weeks
            .expr_as(chart_entry::Column::Week.into_expr(), "week")
            .add_group_by([chart_entry::Column::Week.into_expr()])
            .expr_as(chart_entry::Column::Id.into_expr().count(), "rows")
            .cond_where(any_of(chart::Column::PlatformId.into_expr(), holders()).add(chart::Column::Country.is_null()));
        for row in db.query_all(&weeks).await? {
            self.weeks.push(HeldWeek {
                chart: row.try_get("", "chart")?,
                platform: row.try_get("", "platform")?,
                stratum: row.try_get("", "stratum")?,
                week: row.try_get("", "week")?,
                rows: row.try_get("", "rows")?,
            });
        }
        Ok(())
    }
}

/// The track records of everybody who vouches for one of the claims.
async fn records(db: &DatabaseConnection, rows: &Rows) -> Result<Vec<(track_record::Model, claim::Model)>, DbErr> {
    let claims = || rows.shows.values().flat_map(|show| &show.claims).map(|rows| &rows.claim);
    let outlets: BTreeSet<_> = claims().filter_map(|claim| claim.voucher_outlet_id).collect();
    let people: BTreeSet<_> = claims().filter_map(|claim| claim.voucher_person_id).collect();
    let platforms: BTreeSet<_> = claims().filter_map(|claim| claim.voucher_platform_id).collect();
    let names: BTreeSet<_> = claims().map(|claim| claim.voucher_name.clone()).collect();
    let by = Condition::any()
        .add(any_of(track_record::Column::VoucherOutletId.into_expr(), outlets.into_iter().map(Value::from)))
        .add(any_of(track_record::Column::VoucherPersonId.into_expr(), people.into_iter().map(Value::from)))
        .add(any_of(track_record::Column::VoucherPlatformId.into_expr(), platforms.into_iter().map(Value::from)))
        .add(any_of(track_record::Column::VoucherName.into_expr(), names.into_iter().map(Value::from)));
    let version = Parameters::rc1().version();
    let select = track_record::Entity::find()
        .filter(track_record::Column::ModelVersion.eq(version.as_str()))
        .filter(by)
        .order_by_asc(track_record::Column::Id);
    let found = select.find_also_related(claim::Entity).all(db).await?;
    Ok(found.into_iter().filter_map(|(record, claim)| Some((record, claim?))).collect())
}

/// What stands under each key, in order.
pub(super) type Sources = BTreeMap<String, Vec<NodeKey>>;
