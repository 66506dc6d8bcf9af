//! What is known of a season before anybody speaks: where it ran, how it charted, what it won, what it was made from.

use std::collections::BTreeMap;

use ::entity::kinds::{AwardWeightClass, ChartStratum, DatePrecision};
use ::entity::season;
use chrono::{Days, NaiveDate};

use crate::renewal::{Award, AwardWeight, Chart, ChartWeek, FactId, Features, Market, Parameters, chart_evidence};
use crate::store::evidence::key;
use crate::store::evidence::rows::{Charted, ShowRows, Win};
use crate::store::node::NodeKey;

/// The platform whose charts the model knows.
const CHARTED: &str = "netflix";
/// So many rows are a whole week of a chart: who is not among them was not on it.
const WHOLE: i64 = 10;
/// Source works that go on in instalments.
const SERIALS: [&str; 8] =
    ["novel", "novel-series", "web-novel", "light-novel", "webtoon", "webcomic", "manga", "comic"];

/// The features of the season before the target, as they were known on a day.
pub(super) fn features(
    show: &ShowRows,
    before: &season::Model,
    complete_on: NaiveDate,
    as_of: NaiveDate,
    without: &[NodeKey],
) -> Features {
    let market = market(show);
    let entries: Vec<_> = show.charted.iter().filter(|row| is_of(row, show, before)).collect();
    Features {
        market,
        season: u16::try_from(before.number).unwrap_or(u16::MAX),
        complete_on,
        chart: charted(show, market, before, &entries, as_of, without),
        labelled_limited: labelled_limited(before, &entries, without),
        serial_source: serial_source(show, without),
        awards: awards(show, before, without),
    }
}

/// Where the season is compared; without a language nobody knows where.
fn market(show: &ShowRows) -> Market {
    let is_charted = show.holder().is_some_and(|holder| holder.slug == CHARTED);
    match show.language.as_deref() {
        _ if !is_charted => Market::Elsewhere,
        _ if show.countries.first().is_some_and(|country| country == "KR") => Market::NetflixKorea,
        Some(language) if language == "en" || language.starts_with("en-") => Market::NetflixEnglish,
        Some(_) => Market::NetflixOtherNonEnglish,
        None => Market::Elsewhere,
    }
}

fn is_of(row: &Charted, show: &ShowRows, season: &season::Model) -> bool {
    let by_holder = show.holder().is_some_and(|holder| holder.platform == row.platform_id);
    by_holder && row.season_number == Some(season.number)
}

fn charted(
    show: &ShowRows,
    market: Market,
    before: &season::Model,
    entries: &[&Charted],
    as_of: NaiveDate,
    without: &[NodeKey],
) -> Option<Chart> {
    let premiered_on = exact(before.premiered_on, before.premiered_on_precision)?;
    let stratum = match market {
        Market::Elsewhere => return None,
        Market::NetflixEnglish => ChartStratum::English,
        Market::NetflixKorea | Market::NetflixOtherNonEnglish => ChartStratum::NonEnglish,
    };
    let mut weeks = BTreeMap::new();
    for held in show.weeks.iter().filter(|held| held.stratum == Some(stratum) && held.rows >= WHOLE) {
        weeks.insert(held.week, ChartWeek { ends_on: sunday(held.week), rank: None, hours: 0, fact: None });
    }
    for entry in entries.iter().filter(|entry| entry.stratum == Some(stratum)) {
        match week(entry, without) {
            Some(week) => weeks.insert(entry.week, week),
            // Of a week whose hours are unknown nothing is known.
            None => weeks.remove(&entry.week),
        };
    }
    let weeks: Vec<_> = weeks.into_values().collect();
    chart_evidence(premiered_on, &weeks, as_of, Parameters::rc1())
}

fn week(entry: &Charted, without: &[NodeKey]) -> Option<ChartWeek> {
    let node = NodeKey::ChartEntry(entry.id);
    let hours = entry.hours_viewed.filter(|_| !without.contains(&node))?;
    Some(ChartWeek {
        ends_on: sunday(entry.week),
        rank: u16::try_from(entry.rank).ok(),
        hours: u64::try_from(hours).ok()?,
        fact: Some(fact(node)),
    })
}

/// Since when it was sold as a limited series: as the platform said, or as its chart first wrote it.
fn labelled_limited(
    before: &season::Model,
    entries: &[&Charted],
    without: &[NodeKey],
) -> Option<(NaiveDate, Vec<FactId>)> {
    let is_limited = |entry: &&&Charted| entry.label.to_lowercase().contains("limited series");
    let rows = entries.iter().filter(is_limited);
    let on_chart = rows.map(|entry| (published(entry.week), NodeKey::ChartEntry(entry.id)));
    let said = before.labelled_limited_on.map(|day| (day, NodeKey::Season(before.id)));
    let first = on_chart.chain(said).filter(|(_, node)| !without.contains(node)).min()?;
    Some((first.0, vec![fact(first.1)]))
}

fn serial_source(show: &ShowRows, without: &[NodeKey]) -> Option<Vec<FactId>> {
    let serials = show.sources.iter().filter(|source| SERIALS.contains(&source.medium.as_str()));
    let nodes = serials.map(|source| NodeKey::SourceWork(source.work));
    let facts: Vec<_> = nodes.filter(|node| !without.contains(node)).map(fact).collect();
    Some(facts).filter(|facts| !facts.is_empty())
}

/// What the show won from the season's premiere on, until the next season's.
fn awards(show: &ShowRows, before: &season::Model, without: &[NodeKey]) -> Vec<Award> {
    let next = show.season(before.number + 1).and_then(|season| season.premiered_on);
    let is_of_season =
        |day: NaiveDate| before.premiered_on.is_none_or(|first| first <= day) && next.is_none_or(|next| day < next);
    let award = |win: &Win| {
        let node = NodeKey::Nomination(win.id);
        let announced_on = win.announced_on()?;
        let weight = match win.weight_class? {
            AwardWeightClass::Series => AwardWeight::Series,
            AwardWeightClass::Craft => AwardWeight::Lead,
            AwardWeightClass::Newcomer => AwardWeight::Newcomer,
        };
        let counts = is_of_season(announced_on) && !without.contains(&node);
        counts.then(|| Award { announced_on, weight, fact: Some(fact(node)) })
    };
    show.wins.iter().filter_map(award).collect()
}

/// The day, where it is known to the day.
pub(super) fn exact(day: Option<NaiveDate>, precision: Option<DatePrecision>) -> Option<NaiveDate> {
    day.filter(|_| matches!(precision, None | Some(DatePrecision::Day)))
}

/// The last day of a week that begins on `monday`.
fn sunday(monday: NaiveDate) -> NaiveDate {
    monday.checked_add_days(Days::new(6)).unwrap_or(monday)
}

/// The day on which the week that begins on `monday` is published: the Tuesday after it.
pub(super) fn published(monday: NaiveDate) -> NaiveDate {
    monday.checked_add_days(Days::new(8)).unwrap_or(monday)
}

fn fact(node: NodeKey) -> FactId {
    #[expect(clippy::expect_used, reason = "a key has letters")]
    FactId::new(&key(node)).expect("a key has letters")
}
