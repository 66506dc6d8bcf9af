//! An answered question about a season: what was asked, what is known, what the model makes of it, and how things are called.

use std::sync::Arc;

use ::entity::ids::{ClaimId, OriginId, ShowId};
use ::entity::{claim, origin, show};
use async_graphql::{Context, Result};

use crate::graphql::claim::Claim;
use crate::graphql::name::printed;
use crate::graphql::origin::Origin;
use crate::graphql::plan::{Selection, loader};
use crate::renewal::{self, Assessment, Naming, Prose};
use crate::store::answer::Weighed;
use crate::store::evidence::{EvidenceOf, Question, ShowEvidence, ShowRows};
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::node::NodeKey;
use crate::store::subject::RowsOf;

/// The fields that print names.
const PRINTED: [&str; 3] = ["question", "headline", "sentence"];

/// An answered question.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    show: Arc<show::Model>,
    /// How it was asked.
    pub(super) asked: EvidenceOf,
    /// What is known, and what follows.
    pub(super) weighed: Weighed,
}

impl Answer {
    /// The answer about a season of a show, as planned; null = the question is not open on that day.
    pub(super) async fn about(
        ctx: &Context<'_>,
        show: Arc<show::Model>,
        season: i32,
        asked: EvidenceOf,
    ) -> Result<Option<Self>> {
        let held = loader(ctx)?.fetch(&ShowEvidence, show.id).await?;
        let weighed = held.evidence(Question { show: show.id, season }, &asked)?.map(Weighed::new);
        Ok(weighed.map(|weighed| Self { show, asked, weighed }))
    }

    /// The show.
    pub(super) fn show(&self) -> ShowId {
        self.show.id
    }

    /// Target season.
    pub(super) fn season(&self) -> i32 {
        self.weighed.evidence.question.season
    }

    /// What the model says.
    pub(super) fn assessment(&self) -> &Assessment {
        &self.weighed.assessment
    }

    /// What an item rests on.
    pub(super) fn sources(&self, item: &renewal::Item) -> Vec<NodeKey> {
        self.weighed.sources(item)
    }

    /// The origin of the catalog that was weighed.
    pub(super) fn origin(&self, origin: &renewal::WeighedOrigin) -> Option<OriginId> {
        self.weighed.origin(origin)
    }

    /// Whether a claim is part of the case.
    pub(super) fn hears(&self, claim: ClaimId) -> bool {
        self.weighed.hears(claim)
    }

    /// How things are called, as planned.
    pub(super) async fn naming(&self, ctx: &Context<'_>) -> Result<Naming> {
        let evidence = &self.weighed.evidence;
        Ok(Naming {
            title: title(ctx, &self.show).await?,
            season: u16::try_from(self.season())?,
            platform: evidence.platform.clone().map(Prose::new),
            origins: evidence.origin_labels.clone(),
        })
    }
}

/// What a show is called in English, as planned.
pub(super) async fn title(ctx: &Context<'_>, show: &show::Model) -> Result<Prose> {
    Ok(Prose::new(printed(ctx, Named::Show(show.id), None, &show.slug).await?))
}

impl Selection {
    /// Plans answers to questions that are asked alike.
    pub(super) fn answers(&self, asked: EvidenceOf, questions: Vec<Question>, wave: &mut Wave) {
        let below = self.clone();
        let as_of = asked.as_of;
        let shows: Vec<ShowId> = questions.iter().map(|question| question.show).collect();
        wave.want(ShowEvidence, shows.clone(), move |held, wave| {
            held.iter().for_each(|held| held.tell(wave));
            // What cannot be weighed brings up nothing; the resolver reports it.
            let evidence = |(question, held): (&Question, &Arc<ShowRows>)| held.evidence(*question, &asked).ok()?;
            let answers: Vec<_> = questions.iter().zip(held).filter_map(evidence).map(Weighed::new).collect();
            if below.prints() && !answers.is_empty() {
                wave.want_leaf(RowsOf::<Named>::new(), shows.iter().copied().map(Named::Show).collect());
            }
            below.reasons(&answers, wave);
            let shows: Vec<_> = answers.iter().map(|answer| answer.evidence.question.show).collect();
            if below.has("corroboration") {
                below.under("corroboration").corroboration_on(as_of, &shows, wave);
            }
        });
    }

    fn prints(&self) -> bool {
        PRINTED.iter().any(|field| self.has(field)) || self.under("items").has("label")
    }

    fn reasons(&self, answers: &[Weighed], wave: &mut Wave) {
        let sources = answers.iter().flat_map(|answer| answer.assessment.items().flat_map(|item| answer.sources(item)));
        self.under("items").references("sources", sources, wave);
        let origins = self.under("origins");
        origins.one::<Origin, origin::Entity>("origin", answers.iter().flat_map(Weighed::origins), wave);
        let weighed = answers.iter().flat_map(|answer| answer.assessment.origins());
        origins.one::<Claim, claim::Entity>("claims", weighed.flat_map(Weighed::claims), wave);
    }
}
