//! The shows whose outlooks rest on what an import wrote.

use std::collections::BTreeSet;

use chrono::Utc;
use sea_orm::ColumnTrait as _;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::IdenStatic as _;
use sea_orm::Iterable as _;
use sea_orm::ModelTrait as _;
use sea_orm::PrimaryKeyToColumn;
use sea_orm::QueryFilter as _;
use sea_orm::QuerySelect as _;
use sea_orm::Value;

use ::entity::claim;
use ::entity::ids::ShowId;

use crate::importers::jsonl::batch::Difference;
use crate::importers::jsonl::key::Key;
use crate::ledger::outlook;
use crate::ledger::track_record;

/// The shows whose outlooks rest on what an import wrote.
#[derive(Debug, Default)]
pub(super) struct Touched {
    shows: BTreeSet<i64>,
    anywhere: bool,
}

/// Which shows a row bears on.
enum Bearing {
    /// The one that this column names.
    Show(&'static str),
    /// That of its claim.
    Claim,
    /// Any that refers to it; to a new row none does but by rows that are new as well.
    Referring,
    /// Any.
    Any,
    /// None.
    None,
}

fn bearing(table: &str) -> Bearing {
    match table {
        "show" => Bearing::Show("id"),
        "show_country" | "show_platform" | "season" | "show_source" | "nomination" | "claim" | "resolution" => {
            Bearing::Show("show_id")
        }
        "claim_season" | "claim_hop" => Bearing::Claim,
        "platform" | "term" | "source_work" | "award_category" | "award_ceremony" | "chart" | "origin" | "report" => {
            Bearing::Referring
        }
        // A week of a chart tells of those that are not on it; a check or a record of all shows of a platform or a voucher.
        "chart_entry" | "platform_check" | "track_record" => Bearing::Any,
        _ => Bearing::None,
    }
}

impl Touched {
    /// Notes the shows of rows that are about to be written, and those that they belonged to before.
    pub(super) async fn note<E: EntityTrait>(
        &mut self,
        db: &DatabaseTransaction,
        table: &str,
        difference: &Difference<E::Model>,
    ) -> Result<(), DbErr> {
        if difference.write.is_empty() {
            return Ok(());
        }
        match bearing(table) {
            Bearing::Show(name) => self.note_column::<E>(db, name, difference).await?,
            Bearing::Claim => self.note_claims(db, difference.write.iter().filter_map(|row| row.key.first())).await?,
            Bearing::Referring => self.anywhere |= !difference.changed.is_empty(),
            Bearing::Any => self.anywhere = true,
            Bearing::None => {}
        }
        Ok(())
    }

    async fn note_column<E: EntityTrait>(
        &mut self,
        db: &DatabaseTransaction,
        name: &str,
        difference: &Difference<E::Model>,
    ) -> Result<(), DbErr> {
        let Some(column) = E::Column::iter().find(|column| column.as_str() == name) else { return Ok(()) };
        let show = |row: &E::Model| if let Value::BigInt(Some(show)) = row.get(column) { Some(show) } else { None };
        self.shows.extend(difference.write.iter().filter_map(|incoming| show(&incoming.row)));
        let Some(first) = E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column) else {
            return Ok(());
        };
        let changed: Vec<_> = difference.changed.iter().filter_map(Key::first).collect();
        if !changed.is_empty() {
            let before = E::find().select_only().column(column).distinct().filter(first.is_in(changed));
            self.shows.extend(before.into_tuple::<i64>().all(db).await?);
        }
        Ok(())
    }

    async fn note_claims(&mut self, db: &DatabaseTransaction, claims: impl Iterator<Item = i64>) -> Result<(), DbErr> {
        let of_claims = claim::Entity::find().select_only().column(claim::Column::ShowId).distinct();
        let of_claims = of_claims.filter(claim::Column::Id.is_in(claims));
        self.shows.extend(of_claims.into_tuple::<i64>().all(db).await?);
        Ok(())
    }

    /// Brings the track records and their outlooks up to date; a record that changed bears on whatever its voucher says.
    pub(super) async fn refresh(&self, db: &DatabaseTransaction) -> Result<(), DbErr> {
        let now = Utc::now();
        let shows: BTreeSet<_> = self.shows.iter().copied().map(ShowId).collect();
        let records = track_record::rebuild(db, (!self.anywhere).then_some(&shows), now.date_naive()).await?;
        if self.anywhere || records.is_change() {
            return outlook::refresh_all(db, now).await;
        }
        let shows: Vec<_> = shows.into_iter().collect();
        outlook::refresh(db, &shows, now).await
    }
}
