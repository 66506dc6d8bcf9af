//! Characters and what is told of them.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::character_text;
use ::entity::ids::CharacterId;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The descriptions of a character, by language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextsOfCharacter;

impl Relation for TextsOfCharacter {
    type Key = CharacterId;
    type Answer = Vec<Arc<character_text::Model>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[CharacterId],
    ) -> Result<HashMap<CharacterId, Self::Answer>, DbErr> {
        let of_keys = any_of(character_text::Column::CharacterId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = character_text::Entity::find().filter(of_keys).order_by_asc(character_text::Column::Id);
        let mut texts_of: HashMap<CharacterId, Self::Answer> = HashMap::new();
        for text in select.all(db).await? {
            texts_of.entry(text.character_id).or_default().push(Arc::new(text));
        }
        Ok(texts_of)
    }
}
