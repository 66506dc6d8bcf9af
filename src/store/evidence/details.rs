//! The small sets that describe shows and their claims: a union of parts, so that all of them take one statement.

use std::collections::HashMap;

use ::entity::ids::{ClaimId, ShowId};
use ::entity::kinds::PlatformRole;
use ::entity::{
    claim, claim_hop, claim_season, platform, platform_check, resolution, show, show_country, show_platform,
    show_source, source_work, term,
};
use chrono::{NaiveDate, NaiveTime};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait, QueryResult};

use crate::store::evidence::read::{about_the_future, of_shows};
use crate::store::evidence::rows::{Answered, Carrier, Check, ShowRows, Source};

/// The columns of the union behind the name of the part, and their types: null where a part has no such thing.
const COLUMNS: [(&str, &str); 11] = [
    ("show_id", "bigint"),
    ("key", "bigint"),
    ("other", "bigint"),
    ("number", "bigint"),
    ("code", "text"),
    ("name", "text"),
    ("slug", "text"),
    ("fidelity", "double precision"),
    ("day", "date"),
    ("until", "date"),
    ("instant", "timestamptz"),
];

/// What the parts told.
#[derive(Default)]
pub(super) struct Details {
    /// What they told of each show.
    pub(super) shows: HashMap<ShowId, ShowRows>,
    /// Those of the shows and those of their platforms.
    pub(super) checks: Vec<Check>,
    /// The target seasons that each claim names.
    pub(super) seasons: HashMap<ClaimId, Vec<i32>>,
    /// The fidelity of each retelling of a claim, nearest the utterance first.
    pub(super) hops: HashMap<ClaimId, Vec<f64>>,
}

/// One set: how to select it, and where its rows go.
struct Part {
    name: &'static str,
    select: SelectStatement,
    take: Take,
}

type Take = fn(&mut Details, &QueryResult) -> Result<(), DbErr>;

impl Part {
    /// The rows of a select, of which each has some of the columns; the others are null.
    fn new(name: &'static str, mut select: SelectStatement, has: &[(&str, Expr)], take: Take) -> Self {
        select.expr_as(Expr::cust(format!("'{name}'")), "part");
        for (column, kind) in COLUMNS {
            let own = has.iter().find(|(own, _)| *own == column).map(|(_, value)| value.clone());
            select.expr_as(own.unwrap_or_else(|| Expr::cust(format!("CAST(NULL AS {kind})"))), column);
        }
        Self { name, select, take }
    }
}

impl Details {
    /// Reads them all; of the checks those from a day on.
    pub(super) async fn read(db: &impl ConnectionTrait, shows: &[ShowId], since: NaiveDate) -> Result<Self, DbErr> {
        let parts = [
            language(shows),
            country(shows),
            carrier(shows),
            source(shows),
            answer(shows),
            check(shows, since),
            season(shows),
            hop(shows),
        ];
        let mut details = Self::default();
        for row in db.query_all(&union(&parts)).await? {
            let name: String = row.try_get("", "part")?;
            if let Some(part) = parts.iter().find(|part| part.name == name) {
                (part.take)(&mut details, &row)?;
            }
        }
        Ok(details)
    }

    fn show(&mut self, row: &QueryResult) -> Result<&mut ShowRows, DbErr> {
        Ok(self.shows.entry(row.try_get("", "show_id")?).or_default())
    }
}

/// All parts as one statement; each comes in the order of its numbers.
fn union(parts: &[Part]) -> SelectStatement {
    let mut selects = parts.iter().map(|part| part.select.clone());
    let mut union = selects.next().unwrap_or_default();
    for select in selects {
        union.union(UnionType::All, select);
    }
    union.order_by("number", Order::Asc).take()
}

fn language(shows: &[ShowId]) -> Part {
    use show::Column;
    let rows = Query::select().from(show::Entity).cond_where(of_shows(Column::Id, shows)).take();
    let has = [("show_id", Column::Id.into_expr()), ("code", Column::OriginalLanguage.into_expr())];
    Part::new("language", rows, &has, |details, row| {
        details.show(row)?.language = row.try_get("", "code")?;
        Ok(())
    })
}

fn country(shows: &[ShowId]) -> Part {
    use show_country::Column;
    let rows = Query::select().from(show_country::Entity).cond_where(of_shows(Column::ShowId, shows)).take();
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("number", Column::Position.into_expr()),
        ("code", Column::Country.into_expr()),
    ];
    Part::new("country", rows, &has, |details, row| {
        details.show(row)?.countries.push(row.try_get("", "code")?);
        Ok(())
    })
}

/// In the order in which they were recorded.
fn carrier(shows: &[ShowId]) -> Part {
    use show_platform::Column;
    let is_its = platform::Column::Id.into_expr().eq(Column::PlatformId.into_expr());
    let rows = Query::select()
        .from(show_platform::Entity)
        .inner_join(platform::Entity, is_its)
        .cond_where(of_shows(Column::ShowId, shows))
        .take();
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::PlatformId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("code", Column::Role.into_expr()),
        ("name", platform::Column::Name.into_expr()),
        ("slug", platform::Column::Slug.into_expr()),
    ];
    Part::new("carrier", rows, &has, |details, row| {
        details.show(row)?.carriers.push(Carrier {
            platform: row.try_get("", "key")?,
            role: row.try_get("", "code")?,
            slug: row.try_get("", "slug")?,
            name: row.try_get("", "name")?,
        });
        Ok(())
    })
}

/// Those of which story is left, in the order in which they were recorded.
fn source(shows: &[ShowId]) -> Part {
    use show_source::Column;
    let is_its = source_work::Column::Id.into_expr().eq(Column::SourceWorkId.into_expr());
    let is_medium = term::Column::Id.into_expr().eq(source_work::Column::MediumId.into_expr());
    let rows = Query::select()
        .from(show_source::Entity)
        .inner_join(source_work::Entity, is_its)
        .inner_join(term::Entity, is_medium)
        .cond_where(of_shows(Column::ShowId, shows).add(Column::HasMaterialLeft.eq(true)))
        .take();
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::SourceWorkId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("code", term::Column::Code.into_expr()),
    ];
    Part::new("source", rows, &has, |details, row| {
        let source = Source { work: row.try_get("", "key")?, medium: row.try_get("", "code")? };
        details.show(row)?.sources.push(source);
        Ok(())
    })
}

fn answer(shows: &[ShowId]) -> Part {
    use resolution::Column;
    let rows = Query::select().from(resolution::Entity).cond_where(of_shows(Column::ShowId, shows)).take();
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::Id.into_expr()),
        ("other", Column::ClaimId.into_expr()),
        ("number", Column::SeasonNumber.into_expr()),
        ("code", Column::Outcome.into_expr()),
        ("day", Column::ResolvedOn.into_expr()),
        ("until", Column::ReversedOn.into_expr()),
    ];
    Part::new("answer", rows, &has, |details, row| {
        details.show(row)?.answers.push(Answered {
            id: row.try_get("", "key")?,
            season_number: number(row)?,
            outcome: row.try_get("", "code")?,
            resolved_on: row.try_get("", "day")?,
            reversed_on: row.try_get("", "until")?,
            claim_id: row.try_get("", "other")?,
        });
        Ok(())
    })
}

/// Of the shows, and of the channels of whoever may hold their rights.
fn check(shows: &[ShowId], since: NaiveDate) -> Part {
    use platform_check::Column;
    let looked =
        Condition::any().add(of_shows(Column::ShowId, shows)).add(Column::PlatformId.in_subquery(holders(shows)));
    let recent = Column::CheckedAt.gte(since.and_time(NaiveTime::MIN).and_utc());
    let rows = Query::select().from(platform_check::Entity).cond_where(looked).and_where(recent).take();
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::Id.into_expr()),
        ("other", Column::PlatformId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("instant", Column::CheckedAt.into_expr()),
    ];
    Part::new("check", rows, &has, |details, row| {
        details.checks.push(Check {
            id: row.try_get("", "key")?,
            show: row.try_get("", "show_id")?,
            platform: row.try_get("", "other")?,
            checked_at: row.try_get("", "instant")?,
        });
        Ok(())
    })
}

fn holders(shows: &[ShowId]) -> SelectStatement {
    use show_platform::Column;
    let may_hold = Column::Role.is_in([PlatformRole::Original, PlatformRole::Broadcaster]);
    Query::select()
        .expr(Column::PlatformId.into_expr())
        .from(show_platform::Entity)
        .cond_where(of_shows(Column::ShowId, shows).add(may_hold))
        .take()
}

fn season(shows: &[ShowId]) -> Part {
    use claim_season::Column;
    let has = [("key", Column::ClaimId.into_expr()), ("number", Column::SeasonNumber.into_expr())];
    Part::new("season", of_claims(claim_season::Entity, Column::ClaimId, shows), &has, |details, row| {
        details.seasons.entry(row.try_get("", "key")?).or_default().push(number(row)?);
        Ok(())
    })
}

fn hop(shows: &[ShowId]) -> Part {
    use claim_hop::Column;
    let has = [
        ("key", Column::ClaimId.into_expr()),
        ("number", Column::Hop.into_expr()),
        ("fidelity", Column::Fidelity.into_expr()),
    ];
    Part::new("hop", of_claims(claim_hop::Entity, Column::ClaimId, shows), &has, |details, row| {
        details.hops.entry(row.try_get("", "key")?).or_default().push(row.try_get("", "fidelity")?);
        Ok(())
    })
}

/// The rows of a table that belong to claims about the future.
fn of_claims<E: EntityTrait>(table: E, claim: E::Column, shows: &[ShowId]) -> SelectStatement {
    let is_its = claim::Column::Id.into_expr().eq(claim.into_expr());
    Query::select().from(table).inner_join(claim::Entity, is_its).cond_where(about_the_future(shows)).take()
}

/// A number that its table holds in 32 bits.
fn number(row: &QueryResult) -> Result<i32, DbErr> {
    let number: i64 = row.try_get("", "number")?;
    i32::try_from(number).map_err(|_| DbErr::Type(format!("{number} is no number of a season")))
}
