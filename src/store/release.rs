//! What is out on a day. A date that is not exact to the day counts as out once all days that it can mean are over.

use std::sync::Arc;

use ::entity::kinds::DatePrecision;
use ::entity::{season, show};
use chrono::{Datelike as _, Days, Months, NaiveDate};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

/// What has been released of a show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReleaseStatus {
    /// Nothing is out.
    Unreleased,
    /// A season is coming out.
    Releasing,
    /// All seasons that began are out as a whole.
    Released,
}

/// Until when each precision counts as out: days before these.
struct Bounds([(DatePrecision, NaiveDate); 3]);

impl Bounds {
    fn on(day: NaiveDate) -> Self {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        let month = next.with_day(1).unwrap_or(next);
        let year = next.with_ordinal(1).unwrap_or(next);
        Self([(DatePrecision::Day, next), (DatePrecision::Month, month), (DatePrecision::Year, year)])
    }
}

/// Whether `date` is out by the end of `day`.
pub fn is_out(date: Option<NaiveDate>, precision: Option<DatePrecision>, day: NaiveDate) -> bool {
    let (Some(date), Some(precision)) = (date, precision) else { return false };
    Bounds::on(day).0.iter().any(|(of, bound)| *of == precision && date < *bound)
}

/// The first day on which `date` is out; null = unknown.
pub fn out_on(date: Option<NaiveDate>, precision: Option<DatePrecision>) -> Option<NaiveDate> {
    let date = date?;
    match precision? {
        DatePrecision::Day => Some(date),
        DatePrecision::Month => date.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt(),
        DatePrecision::Year => NaiveDate::from_ymd_opt(date.year(), 12, 31),
    }
}

/// The same as [`is_out`] as a condition; true or false, never unknown.
pub fn out<C: ColumnTrait>(date: C, precision: C, day: NaiveDate) -> Condition {
    let by_precision = Bounds::on(day).0.into_iter();
    let any = by_precision
        .fold(Condition::any(), |any, (of, bound)| any.add(Condition::all().add(precision.eq(of)).add(date.lt(bound))));
    Condition::all().add(date.is_not_null()).add(any)
}

/// Whether a season counts, which specials do not, and something of it is out on `day`.
pub fn has_begun(season: &season::Model, day: NaiveDate) -> bool {
    season.number > 0 && is_out(season.premiered_on, season.premiered_on_precision, day)
}

/// The release status of a show with all its seasons on a day; null = unknown.
pub fn status(show: &show::Model, seasons: &[Arc<season::Model>], day: NaiveDate) -> Option<ReleaseStatus> {
    if is_out(show.ended_on, show.ended_on_precision, day) {
        return Some(ReleaseStatus::Released);
    }
    if let Some(latest) = seasons.iter().filter(|season| has_begun(season, day)).max_by_key(|season| season.number) {
        let is_whole = is_out(latest.completed_on, latest.completed_on_precision, day);
        return Some(if is_whole { ReleaseStatus::Released } else { ReleaseStatus::Releasing });
    }
    let is_foreseen = show.premiered_on.is_some() || seasons.iter().any(|season| season.number > 0);
    let is_out = is_out(show.premiered_on, show.premiered_on_precision, day);
    (is_foreseen && !is_out).then_some(ReleaseStatus::Unreleased)
}

/// The condition that a show has that status on a day: what [`status`] says, in the database.
pub fn has_status(status: ReleaseStatus, day: NaiveDate) -> Condition {
    use show::Column;
    let ended = out(Column::EndedOn, Column::EndedOnPrecision, day);
    match status {
        ReleaseStatus::Released => Condition::any().add(ended).add(Column::Id.in_subquery(begun(day, Some(true)))),
        ReleaseStatus::Releasing => {
            Condition::all().add(ended.not()).add(Column::Id.in_subquery(begun(day, Some(false))))
        }
        ReleaseStatus::Unreleased => {
            let foreseen = Condition::any()
                .add(Column::PremieredOn.is_not_null())
                .add(Column::Id.in_subquery(shows_of(season::Column::Number.gt(0).into())));
            Condition::all()
                .add(ended.not())
                .add(out(Column::PremieredOn, Column::PremieredOnPrecision, day).not())
                .add(Column::Id.not_in_subquery(begun(day, None)))
                .add(foreseen)
        }
    }
}

/// Shows of which a season has begun, and whose latest such season is out as a whole or not; null = either.
fn begun(day: NaiveDate, is_whole: Option<bool>) -> SelectStatement {
    use season::Column;
    let mut shows = shows_of(begun_by(day));
    if let Some(is_whole) = is_whole {
        let whole = Expr::from(out(Column::CompletedOn, Column::CompletedOnPrecision, day));
        let number_if_whole = Expr::case(whole, Column::Number.into_expr()).finally(0);
        let whole = Func::max(number_if_whole);
        let latest = Func::max(Column::Number.into_expr());
        let holds = if is_whole { Expr::from(whole).eq(latest) } else { Expr::from(whole).ne(latest) };
        shows.add_group_by([Column::ShowId.into_expr()]).and_having(holds);
    }
    shows
}

/// The same as a condition: what [`has_begun`] says, in the database.
pub(super) fn begun_by(day: NaiveDate) -> Condition {
    use season::Column;
    Condition::all().add(Column::Number.gt(0)).add(out(Column::PremieredOn, Column::PremieredOnPrecision, day))
}

fn shows_of(seasons: Condition) -> SelectStatement {
    season::Entity::find().select_only().column(season::Column::ShowId).filter(seasons).into_query()
}

#[cfg(test)]
mod tests {
    use ::entity::kinds::DatePrecision;
    use chrono::NaiveDate;

    use super::{is_out, out_on};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_out_on_itself() {
        let is_out = |on| is_out(Some(day("2025-01-24")), Some(DatePrecision::Day), day(on));
        assert!(!is_out("2025-01-23"));
        assert!(is_out("2025-01-24"));
    }

    #[test]
    fn a_month_is_out_when_its_last_day_is_there() {
        let is_out = |on| is_out(Some(day("2025-02-01")), Some(DatePrecision::Month), day(on));
        assert!(!is_out("2025-02-27"));
        assert!(is_out("2025-02-28"));
    }

    #[test]
    fn a_year_is_out_on_new_years_eve() {
        let is_out = |on| is_out(Some(day("2025-01-01")), Some(DatePrecision::Year), day(on));
        assert!(!is_out("2025-12-30"));
        assert!(is_out("2025-12-31"));
    }

    #[test]
    fn the_day_on_which_a_date_is_out_is_the_first_on_which_it_is() {
        for precision in [DatePrecision::Day, DatePrecision::Month, DatePrecision::Year] {
            for date in ["2024-02-01", "2024-02-29", "2025-12-31"] {
                let (date, precision) = (Some(day(date)), Some(precision));
                let first = out_on(date, precision).unwrap();
                assert!(is_out(date, precision, first), "{date:?} {precision:?}");
                assert!(!is_out(date, precision, first.pred_opt().unwrap()), "{date:?} {precision:?}");
            }
        }
        assert_eq!(out_on(None, None), None);
    }

    #[test]
    fn an_unknown_date_is_never_out() {
        assert!(!is_out(None, None, day("2026-01-01")));
    }
}
