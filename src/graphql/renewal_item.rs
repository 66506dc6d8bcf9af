//! The reasons of a renewal confidence: items that add up, and the voices among them.

use std::sync::Arc;

use ::entity::{claim, origin};
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::claim::Claim;
use crate::graphql::claim_kind::Stance;
use crate::graphql::node::Node;
use crate::graphql::origin::Origin;
use crate::graphql::plan::row;
use crate::graphql::reference::referred;
use crate::graphql::renewal_answer::Answer;
use crate::graphql::renewal_words::RenewalItemGroup;
use crate::renewal;
use crate::store::answer::Weighed;

/// One reason of a renewal confidence; the reasons add up.
#[derive(Clone, Debug, Description)]
pub(super) struct RenewalItem {
    /// The answer it is part of.
    pub(super) of: Arc<Answer>,
    /// All that it says.
    pub(super) weighed: Arc<Weighed>,
    /// The reason itself.
    pub(super) item: renewal::Item,
}

#[Object(use_type_description)]
impl RenewalItem {
    /// Stable code: prior:chart_hours, silence, platform:under_review, origin:12 …
    async fn code(&self) -> String {
        self.item.code().to_string()
    }

    /// The same to print, English, e.g. "no announcement by Netflix so far".
    async fn label(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.of.naming(ctx, &self.weighed).await?.item_label(self.item.code()).into())
    }

    /// Part of the model that it belongs to.
    async fn group(&self) -> RenewalItemGroup {
        self.item.code().group().into()
    }

    /// What it adds: natural logarithm of odds; positive supports, e.g. 0.55.
    async fn log_odds(&self) -> f64 {
        self.item.log_odds().value()
    }

    /// By what it multiplies the odds: e to the power of logOdds, above 0, e.g. 1.7.
    async fn odds_multiplier(&self) -> f64 {
        self.item.log_odds().odds_multiplier().value()
    }

    /// Standard deviation of logOdds, 0 or more.
    async fn sd(&self) -> f64 {
        self.item.sd().value()
    }

    /// What it rests on: claims, chart entries, nominations, source works, checks; empty = the model alone.
    async fn sources(&self, ctx: &Context<'_>) -> Result<Vec<Node>> {
        let mut sources = Vec::new();
        for key in self.weighed.sources(&self.item) {
            sources.push(referred(ctx, key).await?);
        }
        Ok(sources)
    }
}

/// An independent utterance as a renewal confidence weighs it, however often it is retold.
#[derive(Clone, Debug, Description)]
pub(super) struct WeighedOrigin {
    /// The answer it is part of.
    pub(super) weighed: Arc<Weighed>,
    /// What the model makes of it.
    pub(super) origin: renewal::WeighedOrigin,
}

#[Object(use_type_description)]
impl WeighedOrigin {
    /// The utterance.
    async fn origin(&self, ctx: &Context<'_>) -> Result<Origin> {
        let key = self.weighed.origin(&self.origin).ok_or("an origin that is weighed is held")?;
        Ok(row::<origin::Entity>(ctx, key).await?.into())
    }

    /// For or against: SUPPORTS or DENIES.
    async fn stance(&self) -> Stance {
        match self.origin.stance {
            renewal::Stance::Supports => Stance::Supports,
            renewal::Stance::Denies => Stance::Denies,
        }
    }

    /// What it says before it is weighed against others, after age and lapsed windows; negative = against, e.g. 0.73.
    async fn raw_log_odds(&self) -> f64 {
        match self.origin.stance {
            renewal::Stance::Supports => self.origin.strength.value(),
            renewal::Stance::Denies => -self.origin.strength.value(),
        }
    }

    /// 1 for the strongest on its side, then ½, ¼ …; equals share theirs.
    async fn weight(&self) -> f64 {
        self.origin.weight.value()
    }

    /// Its part of the sum: weight times rawLogOdds.
    async fn log_odds(&self) -> f64 {
        self.origin.log_odds().value()
    }

    /// 0..1, what age has left of its strongest claim; 1 = fresh.
    async fn decay(&self) -> f64 {
        self.origin.decay.value()
    }

    /// 0..1, what windows that passed unmet have left; 1 = none lapsed.
    async fn overdue(&self) -> f64 {
        self.origin.overdue.value()
    }

    /// Its claims of that stance that counted, by day.
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let mut claims = Vec::new();
        for key in Weighed::claims(&self.origin) {
            claims.push(Claim(row::<claim::Entity>(ctx, key).await?));
        }
        Ok(claims)
    }
}
