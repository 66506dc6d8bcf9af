//! Reading what is held of any number of shows, by a fixed number of statements.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use ::entity::ids::{ClaimId, OutletId, PersonId, PlatformId, ShowId};
use ::entity::kinds::{ClaimKind, NominationResult};
use ::entity::{
    award_category, award_ceremony, chart, chart_entry, claim, claim_hop, claim_season, nomination, origin, platform,
    platform_check, report, resolution, season, show, show_country, show_platform, track_record,
};
use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _, Value,
};

use crate::renewal::Parameters;
use crate::store::evidence::rows::{ClaimRows, HeldWeek, ShowRows, Win};
use crate::store::list::any_of;
use crate::store::source_work::sources;

/// What is held of several shows.
#[derive(Default)]
struct Rows {
    shows: HashMap<ShowId, ShowRows>,
}

/// Reads everything that bears on the future of `shows`.
pub(super) async fn read<C: ConnectionTrait>(
    db: &C,
    shows: &BTreeSet<ShowId>,
) -> Result<HashMap<ShowId, ShowRows>, DbErr> {
    let mut rows = Rows::default();
    rows.read_shows(db, shows).await?;
    rows.read_claims(db, shows).await?;
    rows.read_successes(db, shows).await?;
    rows.read_platforms(db, shows).await?;
    rows.read_records(db).await?;
    Ok(rows.shows)
}

fn keys(shows: &BTreeSet<ShowId>) -> impl Iterator<Item = Value> {
    shows.iter().map(|show| Value::from(*show))
}

impl Rows {
    fn of(&mut self, show: ShowId) -> &mut ShowRows {
        self.shows.entry(show).or_default()
    }

    async fn read_shows<C: ConnectionTrait>(&mut self, db: &C, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
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
        let answers = resolution::Entity::find().filter(any_of(resolution::Column::ShowId.into_expr(), keys(shows)));
        for answer in answers.order_by_asc(resolution::Column::SeasonNumber).all(db).await? {
            self.of(answer.show_id).resolutions.push(answer);
        }
        Ok(())
    }

    /// Claims about the future: decisions, work, intentions and replies, not facts or opinions.
    async fn read_claims<C: ConnectionTrait>(&mut self, db: &C, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
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
    async fn read_successes<C: ConnectionTrait>(&mut self, db: &C, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
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
        for (show, sources) in sources(db, &shows.iter().copied().collect::<Vec<_>>()).await? {
            self.of(show).sources = sources;
        }
        Ok(())
    }

    /// Until when somebody looked at those who hold the rights, and which weeks of their charts are held.
    async fn read_platforms<C: ConnectionTrait>(&mut self, db: &C, shows: &BTreeSet<ShowId>) -> Result<(), DbErr> {
        let holders: BTreeSet<_> = self.shows.values().filter_map(|show| Some(show.holder()?.id)).collect();
        let looked = Condition::any()
            .add(any_of(platform_check::Column::ShowId.into_expr(), keys(shows)))
            .add(any_of(platform_check::Column::PlatformId.into_expr(), holders.iter().map(|id| Value::from(*id))));
        let checks = platform_check::Entity::find().filter(looked).order_by_asc(platform_check::Column::Id);
        let checks: Vec<_> = checks.all(db).await?.into_iter().map(Arc::new).collect();
        let weeks = held_weeks(db, &holders).await?;
        for show in shows {
            let of_show = self.of(*show);
            let holder = of_show.holder().map(|platform| platform.id);
            let is_of = |check: &&Arc<platform_check::Model>| {
                check.show_id == Some(*show) || (check.platform_id.is_some() && check.platform_id == holder)
            };
            of_show.checks = checks.iter().filter(is_of).cloned().collect();
            of_show.weeks = holder.and_then(|holder| weeks.get(&holder)).cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// The track records of everybody who vouches for one of the claims.
    async fn read_records<C: ConnectionTrait>(&mut self, db: &C) -> Result<(), DbErr> {
        let claims = self.shows.values().flat_map(|show| &show.claims).map(|rows| &rows.claim);
        let version = Parameters::rc1().version();
        let records = track_record::Entity::find()
            .filter(track_record::Column::ModelVersion.eq(version.as_str()))
            .filter(Vouchers::of(claims).condition())
            .order_by_asc(track_record::Column::Id);
        let records = records.find_also_related(claim::Entity).all(db).await?;
        let records = records.into_iter().filter_map(|(record, claim)| Some(Arc::new((record, claim?))));
        let records: Vec<_> = records.collect();
        for show in self.shows.values_mut() {
            let vouchers = Vouchers::of(show.claims.iter().map(|rows| &rows.claim));
            show.records = records.iter().filter(|record| vouchers.have(&record.0)).cloned().collect();
        }
        Ok(())
    }
}

/// Of which weeks of the worldwide charts of platforms rows are held.
async fn held_weeks<C: ConnectionTrait>(
    db: &C,
    platforms: &BTreeSet<PlatformId>,
) -> Result<HashMap<PlatformId, Arc<Vec<HeldWeek>>>, DbErr> {
    let of_chart = chart_entry::Column::ChartId.into_expr().eq(chart::Column::Id.into_expr());
    let platforms = any_of(chart::Column::PlatformId.into_expr(), platforms.iter().map(|id| Value::from(*id)));
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
        .cond_where(platforms.add(chart::Column::Country.is_null()));
    let mut held: HashMap<PlatformId, Vec<HeldWeek>> = HashMap::new();
    for row in db.query_all(&weeks).await? {
        held.entry(row.try_get("", "platform")?).or_default().push(HeldWeek {
            chart: row.try_get("", "chart")?,
            stratum: row.try_get("", "stratum")?,
            week: row.try_get("", "week")?,
            rows: row.try_get("", "rows")?,
        });
    }
    Ok(held.into_iter().map(|(platform, weeks)| (platform, Arc::new(weeks))).collect())
}

/// Those who vouch for claims: by key, or by the printed name.
struct Vouchers {
    outlets: BTreeSet<OutletId>,
    people: BTreeSet<PersonId>,
    platforms: BTreeSet<PlatformId>,
    names: BTreeSet<String>,
}

impl Vouchers {
    fn of<'a>(claims: impl Iterator<Item = &'a claim::Model> + Clone) -> Self {
        Self {
            outlets: claims.clone().filter_map(|claim| claim.voucher_outlet_id).collect(),
            people: claims.clone().filter_map(|claim| claim.voucher_person_id).collect(),
            platforms: claims.clone().filter_map(|claim| claim.voucher_platform_id).collect(),
            names: claims.map(|claim| claim.voucher_name.clone()).collect(),
        }
    }

    /// Whose records these are, for the database.
    fn condition(self) -> Condition {
        use track_record::Column;
        Condition::any()
            .add(any_of(Column::VoucherOutletId.into_expr(), self.outlets.into_iter().map(Value::from)))
            .add(any_of(Column::VoucherPersonId.into_expr(), self.people.into_iter().map(Value::from)))
            .add(any_of(Column::VoucherPlatformId.into_expr(), self.platforms.into_iter().map(Value::from)))
            .add(any_of(Column::VoucherName.into_expr(), self.names.into_iter().map(Value::from)))
    }

    /// The same of a record at hand.
    fn have(&self, record: &track_record::Model) -> bool {
        record.voucher_outlet_id.is_some_and(|outlet| self.outlets.contains(&outlet))
            || record.voucher_person_id.is_some_and(|person| self.people.contains(&person))
            || record.voucher_platform_id.is_some_and(|platform| self.platforms.contains(&platform))
            || self.names.contains(&record.voucher_name)
    }
}
