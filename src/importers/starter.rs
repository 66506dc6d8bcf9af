//! The starter catalog: what a new database holds, so that the first question has an answer.

use std::io::Cursor;

use rust_embed::RustEmbed;
use sea_orm::ConnectionTrait;
use sea_orm::DatabaseConnection;
use sea_orm::DbErr;
use sea_orm::EntityTrait as _;
use sea_orm::QuerySelect as _;

use ::entity::show;

use crate::importers::jsonl::ImportError;
use crate::importers::jsonl::Source;
use crate::importers::jsonl::Summary;
use crate::importers::jsonl::import_in;
use crate::ledger::alone;

/// The files of `starter/`, in the binary.
#[derive(RustEmbed)]
#[folder = "starter/"]
struct Files;

/// Loads the catalog into a database without shows; none when there are some.
pub async fn load_into_empty(db: &DatabaseConnection) -> Result<Option<Summary>, ImportError> {
    if holds_shows(db).await? {
        return Ok(None);
    }
    // Another server may have loaded it while this one waited to write.
    let transaction = alone::begin(db).await?;
    if holds_shows(&transaction).await? {
        return Ok(None);
    }
    let summary = import_in(&transaction, sources()).await?;
    transaction.commit().await?;
    Ok(Some(summary))
}

async fn holds_shows(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let first = show::Entity::find().select_only().column(show::Column::Id).limit(1);
    Ok(first.into_tuple::<i64>().one(db).await?.is_some())
}

/// The files in the order of their names.
fn sources() -> impl Iterator<Item = Source> {
    let mut names: Vec<_> = Files::iter().filter(|name| name.ends_with(".jsonl")).collect();
    names.sort();
    names.into_iter().filter_map(|name| {
        let file = Files::get(&name)?;
        Some(Source::reader(format!("starter/{name}"), Cursor::new(file.data)))
    })
}
