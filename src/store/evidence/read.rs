//! Reading what is held of any number of shows, by a fixed number of statements.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use ::entity::ids::{OriginId, PlatformId, ShowId};
use ::entity::kinds::{ClaimKind, NominationResult};
use ::entity::{award_category, award_ceremony, chart, chart_entry, claim, nomination, origin, report, season};
use chrono::{Days, NaiveDate};
use sea_orm::sea_query::{ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait as _, FromQueryResult as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, Value,
};

use crate::store::evidence::details::Details;
use crate::store::evidence::records::Vouchers;
use crate::store::evidence::rows::{Charted, Check, ClaimRows, HeldWeek, ShowRows, Win};
use crate::store::list::any_of;
use crate::store::show_detail::seasons_of;

/// Before a season begins nothing bears on what comes after it; so many days more, because a week of a chart is published late.
const BEFORE: Days = Days::new(14);

/// Claims about the future: decisions, work, intentions and replies, not facts or opinions.
const KINDS: [ClaimKind; 4] = [ClaimKind::Decision, ClaimKind::Production, ClaimKind::Intent, ClaimKind::Noncommittal];

/// What is held of several shows.
type Shows = HashMap<ShowId, ShowRows>;

/// Reads everything that bears on the future of `shows`.
pub(super) async fn read(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<Shows, DbErr> {
    let seasons = seasons_of(db, shows).await?;
    let since = since(seasons.values().flatten());
    let mut details = Details::read(db, shows, since).await?;
    let mut of_shows = std::mem::take(&mut details.shows);
    for (show, seasons) in seasons {
        of_shows.entry(show).or_default().seasons = seasons;
    }
    add_checks(&mut of_shows, &details.checks);
    add_claims(&mut of_shows, db, details, shows).await?;
    for row in charted(db, shows).await? {
        of_shows.entry(row.show_id).or_default().charted.push(row);
    }
    for win in wins(db, shows).await? {
        of_shows.entry(win.show_id).or_default().wins.push(win);
    }
    add_weeks(&mut of_shows, db, since).await?;
    add_records(&mut of_shows, db).await?;
    Ok(of_shows)
}

/// The rows of `shows` in a table.
pub(super) fn of_shows<C: ColumnTrait>(column: C, shows: &[ShowId]) -> Condition {
    any_of(column.into_expr(), shows.iter().map(|show| Value::from(*show)))
}

/// Claims about the future of `shows`.
pub(super) fn about_the_future(shows: &[ShowId]) -> Condition {
    of_shows(claim::Column::ShowId, shows).add(claim::Column::Kind.is_in(KINDS))
}

/// The first day of which anything but a claim can bear on what comes after one of the seasons.
fn since<'a>(seasons: impl Iterator<Item = &'a Arc<season::Model>>) -> NaiveDate {
    let days = seasons.filter(|season| season.number > 0);
    let first = days.filter_map(|season| season.premiered_on.into_iter().chain(season.completed_on).min()).min();
    first.and_then(|first| first.checked_sub_days(BEFORE)).unwrap_or_default()
}

/// The claims with their origins, and of their reports what a number depends on.
fn claims(shows: &[ShowId]) -> SelectStatement {
    let is_its = report::Column::Id.into_expr().eq(claim::Column::ReportId.into_expr());
    let claims = claim::Entity::find().filter(about_the_future(shows)).order_by_asc(claim::Column::Id);
    let mut claims = claims.find_also_related(origin::Entity).into_query();
    claims
        .left_join(report::Entity, is_its)
        .expr_as(report::Column::OutletId.into_expr(), "reported_by")
        .expr_as(report::Column::WithdrawnAt.into_expr(), "report_withdrawn_at")
        .take()
}

async fn add_claims(
    shows: &mut Shows,
    db: &impl ConnectionTrait,
    mut details: Details,
    of: &[ShowId],
) -> Result<(), DbErr> {
    let mut origins: HashMap<OriginId, Arc<origin::Model>> = HashMap::new();
    for row in db.query_all(&claims(of)).await? {
        let claim = claim::Model::from_query_result(&row, "A_")?;
        let origin = match origins.entry(claim.origin_id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => new.insert(Arc::new(origin::Model::from_query_result(&row, "B_")?)).clone(),
        };
        let rows = ClaimRows {
            origin,
            reported_by: row.try_get("", "reported_by")?,
            report_withdrawn_at: row.try_get("", "report_withdrawn_at")?,
            seasons: details.seasons.remove(&claim.id).unwrap_or_default(),
            hops: details.hops.remove(&claim.id).unwrap_or_default(),
            claim: Arc::new(claim),
        };
        shows.entry(rows.claim.show_id).or_default().claims.push(rows);
    }
    Ok(())
}

/// How the seasons charted worldwide.
async fn charted(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<Vec<Charted>, DbErr> {
    use chart_entry::Column;
    let select = chart_entry::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ShowId, Column::SeasonNumber, Column::Week, Column::Rank])
        .columns([Column::HoursViewed, Column::Label])
        .columns([chart::Column::PlatformId, chart::Column::Stratum])
        .join(JoinType::InnerJoin, chart_entry::Relation::Chart.def())
        .filter(of_shows(Column::ShowId, shows).add(chart::Column::Country.is_null()));
    select.order_by_asc(Column::Week).order_by_asc(Column::Id).into_model().all(db).await
}

/// What they won.
async fn wins(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<Vec<Win>, DbErr> {
    use nomination::Column;
    let select = nomination::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ShowId])
        .column(award_category::Column::WeightClass)
        .columns([award_ceremony::Column::AnnouncedOn, award_ceremony::Column::HeldOn])
        .join(JoinType::InnerJoin, nomination::Relation::AwardCategory.def())
        .join(JoinType::InnerJoin, nomination::Relation::AwardCeremony.def())
        .filter(of_shows(Column::ShowId, shows).add(Column::Result.eq(NominationResult::Won)));
    select.order_by_asc(Column::Id).into_model().all(db).await
}

fn add_checks(shows: &mut Shows, checks: &[Check]) {
    for (id, show) in shows {
        let holder = show.holder().map(|holder| holder.platform);
        let is_of = |check: &&Check| check.show == Some(*id) || (check.platform.is_some() && check.platform == holder);
        show.checks = checks.iter().filter(is_of).copied().collect();
    }
}

/// Adds which weeks are held of the charts of those who hold the rights.
async fn add_weeks(shows: &mut Shows, db: &impl ConnectionTrait, since: NaiveDate) -> Result<(), DbErr> {
    let holders: BTreeSet<_> = shows.values().filter_map(|show| Some(show.holder()?.platform)).collect();
    let mut weeks: HashMap<PlatformId, Vec<HeldWeek>> = HashMap::new();
    for row in db.query_all(&held_weeks(&holders, since)).await? {
        let week = HeldWeek::from_query_result(&row, "")?;
        weeks.entry(week.platform_id).or_default().push(week);
    }
    let weeks: HashMap<_, _> = weeks.into_iter().map(|(platform, weeks)| (platform, Arc::new(weeks))).collect();
    for show in shows.values_mut() {
        let of_holder = show.holder().and_then(|holder| weeks.get(&holder.platform));
        show.weeks = of_holder.cloned().unwrap_or_default();
    }
    Ok(())
}

/// The weeks are counted before anything is joined: by the index of the table alone.
fn held_weeks(platforms: &BTreeSet<PlatformId>, since: NaiveDate) -> SelectStatement {
    use chart_entry::Column;
    let of_platforms = any_of(chart::Column::PlatformId.into_expr(), platforms.iter().map(|id| Value::from(*id)));
    let charts = Query::select()
        .expr(chart::Column::Id.into_expr())
        .from(chart::Entity)
        .cond_where(of_platforms.add(chart::Column::Country.is_null()))
        .take();
    let counted = Query::select()
        .columns([Column::ChartId, Column::Week])
        .expr_as(Column::Rank.into_expr().count(), "rows")
        .from(chart_entry::Entity)
        .and_where(Column::ChartId.in_subquery(charts))
        .and_where(Column::Week.gte(since))
        .group_by_columns([Column::ChartId, Column::Week])
        .take();
    let is_its = chart::Column::Id.into_expr().equals(("held", "chart_id"));
    Query::select()
        .columns([("held", "chart_id"), ("held", "week"), ("held", "rows")])
        .columns([("chart", "platform_id"), ("chart", "stratum")])
        .from_subquery(counted, "held")
        .inner_join(chart::Entity, is_its)
        .take()
}

/// Adds the track records of everybody who vouches for one of the claims.
async fn add_records(shows: &mut Shows, db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let all = shows.values().flat_map(|show| &show.claims).map(|rows| &*rows.claim);
    let records: Vec<_> = Vouchers::of(all).records(db).await?.into_iter().map(Arc::new).collect();
    for show in shows.values_mut().filter(|_| !records.is_empty()) {
        let vouchers = Vouchers::of(show.claims.iter().map(|rows| &*rows.claim));
        show.records = records.iter().filter(|record| vouchers.have(record)).cloned().collect();
    }
    Ok(())
}
