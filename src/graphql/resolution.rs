//! How the question of a season was answered.

use ::entity::claim;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::claim::Claim;
use crate::graphql::plan::row_if;
use crate::graphql::scalars::{Date, Url};
use crate::store::outcome::Answered;

/// The answer to the question whether a season comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::Outcome")]
pub(super) enum Outcome {
    /// Yes: officially ordered, or released.
    Renewed,
    /// No: officially ended, and that stood; or the horizon passed.
    NotRenewed,
    /// Neither: the question lost its sense.
    Void,
}

/// How the question of a season was answered.
#[derive(Clone, Debug, Description)]
pub(super) struct Resolution(pub(super) Answered);

#[Object(use_type_description)]
impl Resolution {
    /// Yes, no or void.
    async fn outcome(&self) -> Outcome {
        self.0.outcome.into()
    }

    /// Day of the answer, e.g. 2022-06-12; of a release that is only known to the month or year its first day.
    async fn on(&self) -> Date {
        Date(self.0.on)
    }

    /// Why, in a sentence, English, e.g. "Netflix announced the second season."
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The deciding claim; null = the catalog itself shows it: the season is out, or the horizon has passed.
    async fn claim(&self, ctx: &Context<'_>) -> Result<Option<Claim>> {
        Ok(row_if::<claim::Entity>(ctx, self.0.claim).await?.map(Claim))
    }

    /// A page that tells of it; null = none.
    async fn url(&self) -> Option<Url> {
        self.0.url.clone().map(Url)
    }

    /// Day on which the answer was withdrawn; null = it stands.
    async fn reversed_on(&self) -> Option<Date> {
        self.0.reversed_on.map(Date)
    }
}
