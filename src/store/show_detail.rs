//! The short lists that describe a show, each read whole: seasons, genres, countries, synopses, platforms.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::kinds::PlatformRole;
use ::entity::{platform, season, show_country, show_genre, show_platform, show_text, term};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _,
};

use crate::store::list::any_of;
use crate::store::loader::Relation;

type RowsOfShow<Row> = HashMap<ShowId, Vec<Arc<Row>>>;

/// All seasons of a show by number; 0 = specials.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeasonsOf;

impl Relation for SeasonsOf {
    type Key = ShowId;
    type Answer = Vec<Arc<season::Model>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<RowsOfShow<season::Model>, DbErr> {
        seasons_of(db, shows).await
    }
}

/// The same within a transaction.
pub(super) async fn seasons_of(
    db: &impl ConnectionTrait,
    shows: &[ShowId],
) -> Result<RowsOfShow<season::Model>, DbErr> {
    let select = season::Entity::find().filter(of_shows(season::Column::ShowId, shows));
    let rows = select.order_by_asc(season::Column::Number).all(db).await?;
    Ok(grouped(rows.into_iter().map(|row| (row.show_id, row))))
}

/// The genres of a show by code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GenresOf;

impl Relation for GenresOf {
    type Key = ShowId;
    type Answer = Vec<Arc<term::Model>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<RowsOfShow<term::Model>, DbErr> {
        let select = show_genre::Entity::find().filter(of_shows(show_genre::Column::ShowId, shows));
        let rows = select.find_also_related(term::Entity).all(db).await?;
        let mut genres = grouped(rows.into_iter().filter_map(|(link, genre)| Some((link.show_id, genre?))));
        for of_show in genres.values_mut() {
            of_show.sort_by(|one, other| one.code.cmp(&other.code));
        }
        Ok(genres)
    }
}

/// The countries of production of a show, as credited.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountriesOf;

impl Relation for CountriesOf {
    type Key = ShowId;
    type Answer = Vec<Arc<show_country::Model>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<RowsOfShow<show_country::Model>, DbErr> {
        let select = show_country::Entity::find().filter(of_shows(show_country::Column::ShowId, shows));
        let rows = select.order_by_asc(show_country::Column::Position).all(db).await?;
        Ok(grouped(rows.into_iter().map(|row| (row.show_id, row))))
    }
}

/// The synopses of a show in all languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SynopsesOf;

impl Relation for SynopsesOf {
    type Key = ShowId;
    type Answer = Vec<Arc<show_text::Model>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<RowsOfShow<show_text::Model>, DbErr> {
        let select = show_text::Entity::find().filter(of_shows(show_text::Column::ShowId, shows));
        let rows = select.order_by_asc(show_text::Column::Id).all(db).await?;
        Ok(grouped(rows.into_iter().map(|row| (row.show_id, row))))
    }
}

/// Where a show runs or ran, with the platform.
#[derive(Clone, Debug, PartialEq)]
pub struct ShowPlatformRow {
    /// Role, country and page.
    pub link: show_platform::Model,
    /// The platform.
    pub platform: Arc<platform::Model>,
}

/// Where a show runs or ran: who ordered it first, then broadcasters, then distributors.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlatformsOf;

impl Relation for PlatformsOf {
    type Key = ShowId;
    type Answer = Vec<Arc<ShowPlatformRow>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<RowsOfShow<ShowPlatformRow>, DbErr> {
        let select = show_platform::Entity::find().filter(of_shows(show_platform::Column::ShowId, shows));
        let rows = select.find_also_related(platform::Entity).all(db).await?;
        let whole = |(link, platform): (show_platform::Model, Option<_>)| {
            Some((link.show_id, ShowPlatformRow { link, platform: Arc::new(platform?) }))
        };
        let mut platforms = grouped(rows.into_iter().filter_map(whole));
        for of_show in platforms.values_mut() {
            of_show.sort_by_key(|row| (row.link.role, row.link.id));
        }
        Ok(platforms)
    }
}

/// Who holds the rights, of where a show runs: who ordered it, else who airs it; who only carries it elsewhere does not.
pub fn holder(runs: &[Arc<ShowPlatformRow>]) -> Option<&platform::Model> {
    let of = |role| runs.iter().find(move |row| row.link.role == role).map(|row| &*row.platform);
    of(PlatformRole::Original).or_else(|| of(PlatformRole::Broadcaster))
}

fn of_shows<C: ColumnTrait>(column: C, shows: &[ShowId]) -> Condition {
    any_of(column.into_expr(), shows.iter().map(|show| (*show).into()))
}

fn grouped<Row>(rows: impl Iterator<Item = (ShowId, Row)>) -> RowsOfShow<Row> {
    let mut rows_of: RowsOfShow<Row> = HashMap::new();
    for (show, row) in rows {
        rows_of.entry(show).or_default().push(Arc::new(row));
    }
    rows_of
}
