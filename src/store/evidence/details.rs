//! The small sets that describe shows and their claims: a union of parts, so that all of them take one statement.

use std::collections::HashMap;

use ::entity::ids::{ClaimId, ShowId};
use ::entity::kinds::PlatformRole;
use ::entity::{
    claim, claim_hop, claim_season, platform, platform_check, resolution, show, show_country, show_platform,
    show_source, source_work, term,
};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait, DbErr, QueryResult};

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
    take: fn(&mut Details, &QueryResult) -> Result<(), DbErr>,
}

impl Details {
    /// Reads them all; of the checks those from a day on.
    pub(super) async fn read(db: &impl ConnectionTrait, shows: &[ShowId], since: NaiveDate) -> Result<Self, DbErr> {
        let parts = parts(shows, since);
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

fn parts(shows: &[ShowId], since: NaiveDate) -> Vec<Part> {
    vec![
        language(shows),
        country(shows),
        carrier(shows),
        source(shows),
        answer(shows),
        check(shows, since),
        season(shows),
        hop(shows),
    ]
}

/// The columns of a part that it has, the others null.
fn columns(name: &'static str, has: &[(&str, Expr)]) -> SelectStatement {
    let mut select = Query::select();
    select.expr_as(Expr::cust(format!("'{name}'")), "part");
    for (column, kind) in COLUMNS {
        let own = has.iter().find(|(own, _)| *own == column).map(|(_, value)| value.clone());
        select.expr_as(own.unwrap_or_else(|| Expr::cust(format!("CAST(NULL AS {kind})"))), column);
    }
    select
}

fn language(shows: &[ShowId]) -> Part {
    use show::Column;
    let has = [("show_id", Column::Id.into_expr()), ("code", Column::OriginalLanguage.into_expr())];
    Part {
        name: "language",
        select: columns("language", &has).from(show::Entity).cond_where(of_shows(Column::Id, shows)).take(),
        take: |details, row| {
            details.show(row)?.language = row.try_get("", "code")?;
            Ok(())
        },
    }
}

fn country(shows: &[ShowId]) -> Part {
    use show_country::Column;
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("number", Column::Position.into_expr()),
        ("code", Column::Country.into_expr()),
    ];
    Part {
        name: "country",
        select: columns("country", &has).from(show_country::Entity).cond_where(of_shows(Column::ShowId, shows)).take(),
        take: |details, row| {
            details.show(row)?.countries.push(row.try_get("", "code")?);
            Ok(())
        },
    }
}

/// In the order in which they were recorded.
fn carrier(shows: &[ShowId]) -> Part {
    use show_platform::Column;
    let is_its = platform::Column::Id.into_expr().eq(Column::PlatformId.into_expr());
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::PlatformId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("code", Column::Role.into_expr()),
        ("name", platform::Column::Name.into_expr()),
        ("slug", platform::Column::Slug.into_expr()),
    ];
    let mut select = columns("carrier", &has);
    Part {
        name: "carrier",
        select: select
            .from(show_platform::Entity)
            .inner_join(platform::Entity, is_its)
            .cond_where(of_shows(Column::ShowId, shows))
            .take(),
        take: |details, row| {
            details.show(row)?.carriers.push(Carrier {
                platform: row.try_get("", "key")?,
                role: row.try_get("", "code")?,
                slug: row.try_get("", "slug")?,
                name: row.try_get("", "name")?,
            });
            Ok(())
        },
    }
}

/// In the order in which they were recorded.
fn source(shows: &[ShowId]) -> Part {
    use show_source::Column;
    let is_its = source_work::Column::Id.into_expr().eq(Column::SourceWorkId.into_expr());
    let is_medium = term::Column::Id.into_expr().eq(source_work::Column::MediumId.into_expr());
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::SourceWorkId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("code", term::Column::Code.into_expr()),
    ];
    let mut select = columns("source", &has);
    Part {
        name: "source",
        select: select
            .from(show_source::Entity)
            .inner_join(source_work::Entity, is_its)
            .inner_join(term::Entity, is_medium)
            .cond_where(of_shows(Column::ShowId, shows).add(Column::HasMaterialLeft.eq(true)))
            .take(),
        take: |details, row| {
            let source = Source { work: row.try_get("", "key")?, medium: row.try_get("", "code")? };
            details.show(row)?.sources.push(source);
            Ok(())
        },
    }
}

fn answer(shows: &[ShowId]) -> Part {
    use resolution::Column;
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::Id.into_expr()),
        ("other", Column::ClaimId.into_expr()),
        ("number", Column::SeasonNumber.into_expr()),
        ("code", Column::Outcome.into_expr()),
        ("day", Column::ResolvedOn.into_expr()),
        ("until", Column::ReversedOn.into_expr()),
    ];
    Part {
        name: "answer",
        select: columns("answer", &has).from(resolution::Entity).cond_where(of_shows(Column::ShowId, shows)).take(),
        take: |details, row| {
            details.show(row)?.answers.push(Answered {
                id: row.try_get("", "key")?,
                season_number: number(row)?,
                outcome: row.try_get("", "code")?,
                resolved_on: row.try_get("", "day")?,
                reversed_on: row.try_get("", "until")?,
                claim_id: row.try_get("", "other")?,
            });
            Ok(())
        },
    }
}

/// Of the shows, and of the channels of whoever may hold their rights.
fn check(shows: &[ShowId], since: NaiveDate) -> Part {
    use platform_check::Column;
    let holds = show_platform::Column::Role.is_in([PlatformRole::Original, PlatformRole::Broadcaster]);
    let mut holders = Query::select();
    holders
        .expr(show_platform::Column::PlatformId.into_expr())
        .from(show_platform::Entity)
        .cond_where(of_shows(show_platform::Column::ShowId, shows).add(holds));
    let looked =
        Condition::any().add(of_shows(Column::ShowId, shows)).add(Column::PlatformId.in_subquery(holders.take()));
    let has = [
        ("show_id", Column::ShowId.into_expr()),
        ("key", Column::Id.into_expr()),
        ("other", Column::PlatformId.into_expr()),
        ("number", Column::Id.into_expr()),
        ("instant", Column::CheckedAt.into_expr()),
    ];
    let recent = Column::CheckedAt.gte(since.and_time(chrono::NaiveTime::MIN).and_utc());
    Part {
        name: "check",
        select: columns("check", &has).from(platform_check::Entity).cond_where(looked).and_where(recent).take(),
        take: |details, row| {
            details.checks.push(Check {
                id: row.try_get("", "key")?,
                show: row.try_get("", "show_id")?,
                platform: row.try_get("", "other")?,
                checked_at: row.try_get("", "instant")?,
            });
            Ok(())
        },
    }
}

fn season(shows: &[ShowId]) -> Part {
    use claim_season::Column;
    let is_its = claim::Column::Id.into_expr().eq(Column::ClaimId.into_expr());
    let has = [("key", Column::ClaimId.into_expr()), ("number", Column::SeasonNumber.into_expr())];
    let mut select = columns("season", &has);
    Part {
        name: "season",
        select: select
            .from(claim_season::Entity)
            .inner_join(claim::Entity, is_its)
            .cond_where(about_the_future(shows))
            .take(),
        take: |details, row| {
            details.seasons.entry(row.try_get("", "key")?).or_default().push(number(row)?);
            Ok(())
        },
    }
}

fn hop(shows: &[ShowId]) -> Part {
    use claim_hop::Column;
    let is_its = claim::Column::Id.into_expr().eq(Column::ClaimId.into_expr());
    let has = [
        ("key", Column::ClaimId.into_expr()),
        ("number", Column::Hop.into_expr()),
        ("fidelity", Column::Fidelity.into_expr()),
    ];
    let mut select = columns("hop", &has);
    Part {
        name: "hop",
        select: select
            .from(claim_hop::Entity)
            .inner_join(claim::Entity, is_its)
            .cond_where(about_the_future(shows))
            .take(),
        take: |details, row| {
            details.hops.entry(row.try_get("", "key")?).or_default().push(row.try_get("", "fidelity")?);
            Ok(())
        },
    }
}

/// A number that its table holds in 32 bits.
fn number(row: &QueryResult) -> Result<i32, DbErr> {
    let number: i64 = row.try_get("", "number")?;
    i32::try_from(number).map_err(|_| DbErr::Type(format!("{number} is no number of a season")))
}
