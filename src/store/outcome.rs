//! What became of the questions about the seasons of a show.

use std::collections::HashMap;

use ::entity::ids::ShowId;
use ::entity::resolution;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The answered questions of a show, by target season.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResolutionsOfShow;

impl Relation for ResolutionsOfShow {
    type Key = ShowId;
    type Answer = Vec<resolution::Model>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let of_shows = any_of(resolution::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = resolution::Entity::find().filter(of_shows).order_by_asc(resolution::Column::SeasonNumber);
        let mut resolutions: HashMap<_, Vec<_>> = HashMap::new();
        for resolution in select.all(db).await? {
            resolutions.entry(resolution.show_id).or_default().push(resolution);
        }
        Ok(resolutions)
    }
}
