//! What became of claims, as a condition of the database: what [`standing`](crate::store::standing::standing) says.

use ::entity::kinds::{MilestoneKind, Outcome, Stance};
use ::entity::{claim, claim_season, report, resolution, season};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

use crate::store::release::begun_by;
use crate::store::standing::{ClaimStanding, FORETELLING_KINDS, FORETOLD_TOPICS, last_in_play};

/// A season with its horizon behind it, beside those that came after it.
const BEFORE: &str = "before";

/// Claims of which that became by a day; true or false, never unknown.
pub(super) fn has_standing(standing: ClaimStanding, day: NaiveDate) -> Condition {
    let known = || Condition::all().add(claim::Column::KnownAt.lte(day));
    let governed = || known().add(withdrawn(day).not()).add(replaced(day).not());
    let open = || governed().add(proved(true, day).not()).add(proved(false, day).not());
    match standing {
        ClaimStanding::Withdrawn => known().add(withdrawn(day)),
        ClaimStanding::Superseded => known().add(withdrawn(day).not()).add(replaced(day)),
        ClaimStanding::ProvedRight => governed().add(proved(true, day)),
        ClaimStanding::ProvedWrong => governed().add(proved(false, day)),
        ClaimStanding::Lapsed => open().add(overdue(day)),
        ClaimStanding::Standing => Condition::any().add(known().not()).add(open().add(overdue(day).not())),
    }
}

/// It was taken back by then, or its report was.
fn withdrawn(day: NaiveDate) -> Condition {
    let before = the_day_after(day);
    let reports = report::Entity::find()
        .select_only()
        .column(report::Column::Id)
        .filter(report::Column::WithdrawnAt.is_not_null())
        .filter(report::Column::WithdrawnAt.lt(before));
    let with_its_report = Condition::all()
        .add(claim::Column::ReportId.is_not_null())
        .add(claim::Column::ReportId.in_subquery(reports.into_query()));
    Condition::any().add(taken_back(before)).add(with_its_report)
}

fn taken_back(before: DateTime<Utc>) -> Condition {
    let at = claim::Column::WithdrawnAt;
    Condition::all().add(at.is_not_null()).add(at.lt(before))
}

/// The first instant after a day.
fn the_day_after(day: NaiveDate) -> DateTime<Utc> {
    day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(NaiveTime::MIN).and_utc()
}

/// Another claim took its place, known by then and not taken back.
fn replaced(day: NaiveDate) -> Condition {
    let standing = claim::Entity::find()
        .select_only()
        .column(claim::Column::Id)
        .filter(claim::Column::KnownAt.lte(day))
        .filter(taken_back(the_day_after(day)).not());
    let next = claim::Column::SupersededById;
    Condition::all().add(next.is_not_null()).add(next.in_subquery(standing.into_query()))
}

/// What it says of its seasons had come true by then, or could not any more.
fn proved(is_right: bool, day: NaiveDate) -> Condition {
    let [last, first] = [Extreme::Last, Extreme::First].map(named);
    let came = |season: &Expr| has_come(season.clone(), day);
    let failed = |season: &Expr| Condition::all().add(came(season).not()).add(impossible(season.clone(), day));
    let (supporting, denying) = if is_right { (came(&last), failed(&first)) } else { (failed(&last), came(&first)) };
    let says = |stance: Stance| Condition::all().add(claim::Column::Stance.eq(stance));
    Condition::all()
        .add(claim::Column::Kind.is_in(FORETELLING_KINDS))
        .add(claim::Column::Topic.is_in(FORETOLD_TOPICS))
        .add(Condition::any().add(says(Stance::Supports).add(supporting)).add(says(Stance::Denies).add(denying)))
}

/// The season or a later one had begun to come out, or was ordered.
fn has_come(season: Expr, day: NaiveDate) -> Condition {
    let begun = season::Entity::find()
        .select_only()
        .column(season::Column::Id)
        .filter(of_claim((season::Entity, season::Column::ShowId)))
        .filter(season::Column::Number.into_expr().gte(season.clone()))
        .filter(begun_by(day));
    let ordered = answers(yes(day)).and_where(resolution::Column::SeasonNumber.into_expr().gte(season)).take();
    Condition::any().add(Expr::exists(begun.into_query())).add(Expr::exists(ordered))
}

/// The answer of its question, or of an earlier season's, was no, or an earlier season has its horizon behind it.
fn impossible(season: Expr, day: NaiveDate) -> Condition {
    let refused = Condition::all()
        .add(resolution::Column::Outcome.eq(Outcome::NotRenewed))
        .add(resolution::Column::ResolvedOn.lte(day))
        .add(yes(day).not());
    let refused = answers(refused).and_where(resolution::Column::SeasonNumber.into_expr().lte(season.clone())).take();
    Condition::any().add(Expr::exists(refused)).add(Expr::exists(past_horizon(season, day)))
}

/// A season before it with its horizon behind it, after which nothing came out, was ordered or declared void.
fn past_horizon(season: Expr, day: NaiveDate) -> SelectStatement {
    use season::Column;
    let before = |column: Column| Expr::col((BEFORE, column));
    let begun = season::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(of_claim((season::Entity, Column::ShowId)))
        .filter(Column::Number.into_expr().gt(before(Column::Number)))
        .filter(begun_by(day));
    let void = Condition::all()
        .add(resolution::Column::Outcome.eq(Outcome::Void))
        .add(resolution::Column::ResolvedOn.lte(day))
        .add(resolution::Column::SeasonNumber.into_expr().eq(before(Column::Number).add(1)));
    let ordered = yes(day).add(resolution::Column::SeasonNumber.into_expr().gt(before(Column::Number)));
    Query::select()
        .expr(before(Column::Id))
        .from_as(season::Entity, BEFORE)
        .and_where(of_claim((BEFORE, Column::ShowId)))
        .and_where(before(Column::Number).gte(1))
        .and_where(before(Column::Number).lt(season))
        .and_where(before(Column::CompletedOn).is_not_null())
        .and_where(before(Column::CompletedOn).lt(last_in_play(day)))
        .and_where(Expr::exists(begun.into_query()).not())
        .and_where(Expr::exists(answers(void)).not())
        .and_where(Expr::exists(answers(ordered)).not())
        .take()
}

/// An answer that is an order on the day: a no is one once it was withdrawn.
fn yes(day: NaiveDate) -> Condition {
    let is = |outcome: Outcome| Condition::all().add(resolution::Column::Outcome.eq(outcome));
    let reversed = resolution::Column::ReversedOn;
    let withdrawn = is(Outcome::NotRenewed).add(reversed.is_not_null()).add(reversed.lte(day));
    let any = Condition::any().add(is(Outcome::Renewed).add(resolution::Column::ResolvedOn.lte(day))).add(withdrawn);
    Condition::all().add(any)
}

/// Answers of the show of the claim.
fn answers(which: Condition) -> SelectStatement {
    let of_show = resolution::Entity::find().select_only().column(resolution::Column::Id);
    of_show.filter(of_claim((resolution::Entity, resolution::Column::ShowId))).filter(which).into_query()
}

/// Its window passed, and nothing shows that it was met.
fn overdue(day: NaiveDate) -> Condition {
    let first = || target(Extreme::First, None);
    let begun = season::Entity::find()
        .select_only()
        .column(season::Column::Id)
        .filter(of_claim((season::Entity, season::Column::ShowId)))
        .filter(season::Column::Number.into_expr().eq(first()))
        .filter(begun_by(day));
    let answered = Condition::all()
        .add(resolution::Column::SeasonNumber.into_expr().eq(first()))
        .add(resolution::Column::Outcome.ne(Outcome::Void))
        .add(resolution::Column::ResolvedOn.lte(day));
    let decided =
        Condition::all().add(claim::Column::Milestone.eq(MilestoneKind::Decision)).add(Expr::exists(answers(answered)));
    Condition::all()
        .add(claim::Column::Milestone.is_not_null())
        .add(claim::Column::WindowTo.is_not_null())
        .add(claim::Column::WindowTo.lt(day))
        .add(Expr::exists(begun.into_query()).not())
        .add(decided.not())
}

/// Which of the seasons that a claim names.
#[derive(Clone, Copy)]
enum Extreme {
    First,
    Last,
}

/// The first or last season that the claim names, without specials; null = it names none.
fn named(which: Extreme) -> Expr {
    target(which, Some(claim_season::Column::SeasonNumber.gte(1)))
}

fn target(which: Extreme, of: Option<Expr>) -> Expr {
    let number = claim_season::Column::SeasonNumber.into_expr();
    let of_claim = Expr::col((claim_season::Entity, claim_season::Column::ClaimId));
    let named = Query::select()
        .expr(match which {
            Extreme::First => Func::min(number),
            Extreme::Last => Func::max(number),
        })
        .from(claim_season::Entity)
        .and_where(of_claim.equals((claim::Entity, claim::Column::Id)))
        .and_where_option(of)
        .take();
    Expr::SubQuery(None, Box::new(named.into()))
}

/// The column names the show of the claim.
fn of_claim<T: sea_orm::sea_query::IntoIden>(column: (T, impl sea_orm::sea_query::IntoIden)) -> Expr {
    Expr::col(column).equals((claim::Entity, claim::Column::ShowId))
}
