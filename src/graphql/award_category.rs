//! Categories of award bodies.

use std::sync::Arc;

use async_graphql::{Context, Description, Enum, ID, Object, Result};

use crate::graphql::award::Award;
use crate::graphql::id;
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::plan::{Planned, Selection};
use crate::graphql::scalars::Locale;
use crate::store::award::CategoryRow;
use crate::store::loader::Wave;
use crate::store::name::Named;

/// How much a category says about the success of a show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::AwardWeightClass")]
pub(super) enum AwardWeightClass {
    /// The series as a whole: 1 point.
    Series,
    /// Lead, director or writer: ½ point.
    Craft,
    /// A newcomer: ¼ point.
    Newcomer,
}

/// A category of one award body, e.g. Best Drama.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardCategory(pub(super) Arc<CategoryRow>);

impl From<Arc<CategoryRow>> for AwardCategory {
    fn from(row: Arc<CategoryRow>) -> Self {
        Self(row)
    }
}

impl Planned for AwardCategory {
    type Row = CategoryRow;

    fn plan(rows: &[Arc<CategoryRow>], asked: &Selection, wave: &mut Wave) {
        asked.names(&["name", "names"], rows.iter().map(|row| Named::AwardCategory(row.category.id)), wave);
        let awards: Vec<_> = rows.iter().map(|row| row.award.clone()).collect();
        Award::plan(&awards, &asked.under("award"), wave);
    }
}

#[Object(use_type_description)]
impl AwardCategory {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("AwardCategory", self.0.category.id.0)
    }

    /// The award body.
    async fn award(&self) -> Award {
        Award(self.0.award.clone())
    }

    /// Stable within the award body, e.g. best-drama.
    async fn code(&self) -> &str {
        &self.0.category.code
    }

    /// Name to print, e.g. Best Drama.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::AwardCategory(self.0.category.id), locales, &self.0.category.code).await
    }

    /// Every spelling.
    async fn names(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::AwardCategory(self.0.category.id)).await
    }

    /// What it counts as; null = it is not counted.
    async fn weight_class(&self) -> Option<AwardWeightClass> {
        self.0.category.weight_class.map(Into::into)
    }
}
