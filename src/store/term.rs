//! Words of growing vocabularies, and how many shows carry each.

use std::collections::HashMap;

use ::entity::ids::TermId;
use ::entity::kinds::Vocabulary;
use ::entity::{credit, show_genre, show_source, source_work, term};
use sea_orm::sea_query::{Expr, ExprTrait as _, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, JoinType, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, RelationTrait as _,
};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The words of a vocabulary, by label.
pub async fn of_vocabulary(db: &DatabaseConnection, vocabulary: Vocabulary) -> Result<Vec<term::Model>, DbErr> {
    let mut terms = term::Entity::find().filter(term::Column::Vocabulary.eq(vocabulary)).all(db).await?;
    terms.sort_by(|one, other| (&one.label, one.id).cmp(&(&other.label, other.id)));
    Ok(terms)
}

/// How many shows carry words of one vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShowsWithTerm(pub Vocabulary);

impl Relation for ShowsWithTerm {
    type Key = TermId;
    type Answer = i64;

    async fn load(&self, db: &DatabaseConnection, terms: &[TermId]) -> Result<HashMap<TermId, i64>, DbErr> {
        let select = match self.0 {
            Vocabulary::Genre => counted(
                show_genre::Entity::find().into_query(),
                show_genre::Column::GenreId,
                show_genre::Column::ShowId,
                terms,
            ),
            Vocabulary::Job => {
                counted(credit::Entity::find().into_query(), credit::Column::JobId, credit::Column::ShowId, terms)
            }
            Vocabulary::Medium => {
                let sources = show_source::Entity::find();
                let with_work = sources.join(JoinType::InnerJoin, show_source::Relation::SourceWork.def());
                counted(with_work.into_query(), source_work::Column::MediumId, show_source::Column::ShowId, terms)
            }
        };
        let rows = db.query_all(&select).await?;
        rows.iter().map(|row| Ok((TermId(row.try_get("", "term")?), row.try_get("", "shows")?))).collect()
    }
}

/// Distinct shows by term.
fn counted(
    mut select: SelectStatement,
    term: impl ColumnTrait,
    show: impl ColumnTrait,
    terms: &[TermId],
) -> SelectStatement {
    let of_terms = any_of(term.into_expr(), terms.iter().map(|term| (*term).into()));
    select
        .clear_selects()
        .expr_as(term.into_expr(), "term")
        .expr_as(Expr::col(show.as_column_ref()).count_distinct(), "shows")
        .cond_where(of_terms)
        .add_group_by([term.into_expr()]);
    select
}
