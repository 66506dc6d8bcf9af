//! Which shows: conditions on the show itself, with subqueries for all that belongs to it, never joins.

use ::entity::ids::{PersonId, ShowId};
use ::entity::kinds::{CreditState, NominationResult, ShowFormat, Vocabulary};
use ::entity::{
    credit, episode, external_id, nomination, outlook, platform, rating, season, show, show_country, show_genre,
    show_platform, show_source, source_work, term,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter as _, QuerySelect as _, QueryTrait as _, Select};

use crate::store::as_of::AsOf;
use crate::store::episode::after;
use crate::store::filter::{DateFilter, DateTimeFilter, FloatFilter, IntFilter, known_one_of, one_of};
use crate::store::outlook_filter::OutlookFilter;
use crate::store::rating::latest_of_show;
use crate::store::release::{ReleaseStatus, begun_by, has_status};
use crate::store::search::Searched;
use crate::store::search_filter::found_by;
use crate::store::status::ShowStatus;
use crate::store::status_filter;

/// Which shows; all that is given must hold, an empty list leaves its field open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ShowFilter {
    /// Filters that must all hold.
    pub all: Vec<ShowFilter>,
    /// Filters of which one must hold.
    pub any: Vec<ShowFilter>,
    /// A filter that must not hold.
    pub not: Option<Box<ShowFilter>>,
    /// Keys.
    pub ids: Vec<ShowId>,
    /// A title in any spelling; null = any.
    pub search: Option<String>,
    /// Shapes.
    pub formats: Vec<ShowFormat>,
    /// The tracker's words.
    pub statuses: Option<(AsOf, Vec<ShowStatus>)>,
    /// Release statuses.
    pub release_statuses: Option<(AsOf, Vec<ReleaseStatus>)>,
    /// Codes of genres.
    pub genres: Vec<String>,
    /// Slugs of platforms.
    pub platforms: Vec<String>,
    /// Countries of production.
    pub origin_countries: Vec<String>,
    /// Original languages.
    pub original_languages: Vec<String>,
    /// Codes of the media of source works.
    pub media: Vec<String>,
    /// First day the premiere can be.
    pub premiered_on: DateFilter,
    /// First day the end can be.
    pub ended_on: DateFilter,
    /// First day of an episode after today.
    pub next_episode_on: Option<(AsOf, DateFilter)>,
    /// Seasons with something out, specials not counted.
    pub season_count: Option<(AsOf, IntFilter)>,
    /// Nominations won.
    pub wins: IntFilter,
    /// Latest reading of a source.
    pub rating: Option<RatingFilter>,
    /// People credited.
    pub people: Vec<PersonId>,
    /// Its next season, by the stored answer.
    pub next_season: Option<OutlookFilter>,
    /// Sources that know it.
    pub external_id_sources: Vec<String>,
    /// Last change.
    pub updated_at: DateTimeFilter,
}

/// The latest reading of a source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RatingFilter {
    /// Lower case code.
    pub source: String,
    /// On the source's own scale.
    pub value: FloatFilter,
    /// Votes.
    pub votes: IntFilter,
}

impl ShowFilter {
    /// The condition on rows of `show`; true or false, never unknown.
    pub fn condition(&self) -> Condition {
        let nested = self.all.iter().fold(Condition::all(), |all, filter| all.add(filter.condition()));
        let any = self.any.iter().fold(Condition::any(), |any, filter| any.add(filter.condition()));
        nested
            .add_option((!any.is_empty()).then_some(any))
            .add_option(self.not.as_ref().map(|filter| Condition::all().add(filter.condition()).not()))
            .add_option(given(self.of_itself()))
            .add_option(given(self.of_its_lists()))
            .add_option(given(self.of_its_figures()))
    }

    /// What stands in the show's own row.
    fn of_itself(&self) -> Condition {
        use show::Column;
        let languages = self.original_languages.iter().cloned();
        Condition::all()
            .add_option(one_of(Column::Id.into_expr(), self.ids.iter().copied()))
            .add_option(self.search.as_ref().map(|text| found_by(text, Searched::Show, Column::Id.into_expr())))
            .add_option(one_of(Column::Format.into_expr(), self.formats.iter().copied()))
            .add_option(known_one_of(Column::OriginalLanguage.into_expr(), languages))
            .add_option(given(self.premiered_on.condition(&Column::PremieredOn.into_expr())))
            .add_option(given(self.ended_on.condition(&Column::EndedOn.into_expr())))
            .add_option(given(self.updated_at.condition(&Column::UpdatedAt.into_expr())))
    }

    /// What it has one of.
    fn of_its_lists(&self) -> Condition {
        Condition::all()
            .add_option(listed(&self.genres, |codes| {
                let genres = coded(Vocabulary::Genre, codes);
                keys_of::<show_genre::Entity>(
                    show_genre::Column::ShowId,
                    show_genre::Column::GenreId.in_subquery(genres),
                )
            }))
            .add_option(listed(&self.platforms, |slugs| {
                let platforms = keys_of::<platform::Entity>(platform::Column::Id, platform::Column::Slug.is_in(slugs));
                let runs_there = show_platform::Column::PlatformId.in_subquery(platforms);
                keys_of::<show_platform::Entity>(show_platform::Column::ShowId, runs_there)
            }))
            .add_option(listed(&self.origin_countries, |countries| {
                let made_there = show_country::Column::Country.is_in(countries);
                keys_of::<show_country::Entity>(show_country::Column::ShowId, made_there)
            }))
            .add_option(listed(&self.media, |codes| {
                let is_of_medium = source_work::Column::MediumId.in_subquery(coded(Vocabulary::Medium, codes));
                let works = keys_of::<source_work::Entity>(source_work::Column::Id, is_of_medium);
                let adapts_one = show_source::Column::SourceWorkId.in_subquery(works);
                keys_of::<show_source::Entity>(show_source::Column::ShowId, adapts_one)
            }))
            .add_option(listed(&self.people, |people| {
                let is_theirs = credit::Column::PersonId.is_in(people);
                let is_sure = credit::Column::State.eq(CreditState::Credited);
                keys_of::<credit::Entity>(credit::Column::ShowId, is_theirs.and(is_sure))
            }))
            .add_option(self.next_season.as_ref().map(|next| show::Column::Id.in_subquery(next.shows())))
            .add_option(listed(&self.external_id_sources, |sources| {
                let is_from_there = external_id::Column::Source.is_in(sources);
                let is_of_show = external_id::Column::ShowId.is_not_null();
                keys_of::<external_id::Entity>(external_id::Column::ShowId, is_from_there.and(is_of_show))
            }))
    }

    /// What is computed from its seasons, episodes, awards and ratings.
    fn of_its_figures(&self) -> Condition {
        let words = self.statuses.as_ref().map(|(today, words)| status_filter::has_status(words, today.day()));
        let statuses = self.release_statuses.as_ref().filter(|(_, statuses)| !statuses.is_empty());
        let statuses = statuses.map(|(today, statuses)| {
            statuses.iter().fold(Condition::any(), |any, status| any.add(has_status(*status, today.day())))
        });
        let next_episode = self.next_episode_on.as_ref().map(|(today, fits)| fits.condition(&next_episode_on(*today)));
        let seasons = self.season_count.as_ref().map(|(today, fits)| fits.condition(&season_count(*today)));
        let wins = (self.wins != IntFilter::default()).then(|| self.wins.condition(&wins()));
        let rating = self.rating.as_ref().map(RatingFilter::condition);
        [words, statuses, next_episode, seasons, wins, rating].into_iter().fold(Condition::all(), Condition::add_option)
    }
}

impl RatingFilter {
    fn condition(&self) -> Condition {
        let is_asked = self.value != FloatFilter::default() || self.votes != IntFilter::default();
        let value = latest_of_show(&self.source, rating::Column::Value);
        let votes = latest_of_show(&self.source, rating::Column::Votes);
        Condition::all()
            .add_option((!is_asked).then(|| value.clone().is_not_null()))
            .add_option(given(self.value.condition(&value)))
            .add_option(given(self.votes.condition(&votes)))
    }
}

/// First known day of an episode after `today`, of the show in the row around; null = none.
pub(super) fn next_episode_on(today: AsOf) -> Expr {
    let own = of_this_show::<episode::Entity>(episode::Column::ShowId).filter(after(today.day()));
    figure(own, episode::Column::AiredOn.min())
}

/// Wins of the show in the row around.
pub(super) fn wins() -> Expr {
    let won = nomination::Column::Result.eq(NominationResult::Won);
    figure(of_this_show::<nomination::Entity>(nomination::Column::ShowId).filter(won), nomination::Column::Id.count())
}

/// Stored probability of the next season of the show in the row around; null = none of its seasons is in play.
pub(super) fn renewal_probability() -> Expr {
    figure(of_this_show::<outlook::Entity>(outlook::Column::ShowId), outlook::Column::Probability.max())
}

fn season_count(today: AsOf) -> Expr {
    let begun = of_this_show::<season::Entity>(season::Column::ShowId).filter(begun_by(today.day()));
    figure(begun, season::Column::Id.count())
}

/// Rows of the show in the row around.
fn of_this_show<E: EntityTrait>(column: E::Column) -> Select<E> {
    E::find().select_only().filter(column.into_expr().equals((show::Entity, show::Column::Id)))
}

fn figure<E: EntityTrait>(rows: Select<E>, figure: Expr) -> Expr {
    let mut rows = rows.into_query();
    rows.clear_selects().expr(figure);
    rows.into()
}

/// The condition, where it asks for anything.
fn given(condition: Condition) -> Option<Condition> {
    (!condition.is_empty()).then_some(condition)
}

/// The condition that a show is among those of `shows`, where anything is asked.
fn listed<V: Clone>(values: &[V], shows: impl FnOnce(Vec<V>) -> SelectStatement) -> Option<Condition> {
    (!values.is_empty()).then(|| show::Column::Id.in_subquery(shows(values.to_vec())).into())
}

fn keys_of<E: EntityTrait>(key: E::Column, fits: Expr) -> SelectStatement {
    E::find().select_only().column(key).filter(fits).into_query()
}

fn coded(vocabulary: Vocabulary, codes: Vec<String>) -> SelectStatement {
    let fits = term::Column::Vocabulary.eq(vocabulary).and(term::Column::Code.is_in(codes));
    keys_of::<term::Entity>(term::Column::Id, fits)
}
