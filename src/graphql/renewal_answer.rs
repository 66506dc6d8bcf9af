//! An answered question about a season: what was asked, what is known, what the model makes of it, and how things are called.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::{claim, origin, show};
use async_graphql::{Context, Result};

use crate::graphql::claim::Claim;
use crate::graphql::name::printed;
use crate::graphql::origin::Origin;
use crate::graphql::plan::{Selection, loader};
use crate::graphql::scalars::Date;
use crate::graphql::trust::is_hypothetical;
use crate::renewal::{Naming, Prose};
use crate::store::answer::Weighed;
use crate::store::evidence::{EvidenceOf, Question, ShowEvidence};
use crate::store::figures::Figures;
use crate::store::forecast::ForecastRow;
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::outlook::{OutlookOf, OutlookRow, WholeOutlook, WholeOutlookOf};
use crate::store::subject::RowsOf;
use crate::store::voice::ClaimWithOrigin;

/// The fields that print names.
const PRINTED: [&str; 3] = ["question", "headline", "sentence"];

/// The fields that need the reasons; the others stand in the columns of the stored outlook.
const REASONS: [&str; 6] = ["question", "headline", "sentence", "items", "origins", "whatWouldChange"];

/// An answer as it was found.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// Weighed for this question.
    Weighed(Arc<Weighed>),
    /// Stored for today; its reasons are read where somebody asks for them.
    Stored(Arc<OutlookRow>, Option<Arc<Weighed>>),
    /// Published.
    Published(Arc<ForecastRow>, Arc<Weighed>),
}

impl Found {
    /// What was asked.
    pub(super) fn question(&self) -> Question {
        match self {
            Self::Weighed(weighed) | Self::Published(_, weighed) => weighed.evidence.question,
            Self::Stored(row, _) => Question { show: row.show_id, season: row.season_number },
        }
    }

    /// What it says, without its reasons.
    pub(super) fn figures(&self) -> Figures {
        match self {
            Self::Weighed(weighed) | Self::Published(_, weighed) => Figures::from(&**weighed),
            Self::Stored(row, _) => Figures::from(&**row),
        }
    }

    /// SHA-256 of what it rests on.
    pub(super) fn input_hash(&self) -> String {
        match self {
            Self::Weighed(weighed) => weighed.input_hash(),
            Self::Stored(row, _) => row.input_hash.clone(),
            Self::Published(row, _) => row.input_hash.clone(),
        }
    }

    /// Its reasons, where they were read.
    fn weighed(&self) -> Option<&Arc<Weighed>> {
        match self {
            Self::Weighed(weighed) | Self::Published(_, weighed) => Some(weighed),
            Self::Stored(_, weighed) => weighed.as_ref(),
        }
    }
}

/// An answered question.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// The show.
    pub(super) show: Arc<show::Model>,
    /// How it was asked.
    pub(super) asked: EvidenceOf,
    /// The answer.
    pub(super) found: Found,
}

impl Answer {
    /// The answer about a season of a show, weighed for this question, as planned; null = the question is not open on that day.
    pub(super) async fn weighed_about(
        ctx: &Context<'_>,
        show: Arc<show::Model>,
        season: i32,
        asked: EvidenceOf,
    ) -> Result<Option<Self>> {
        let held = loader(ctx)?.fetch(&ShowEvidence, show.id).await?;
        let evidence = held.evidence(Question { show: show.id, season }, &asked)?;
        let found = evidence.map(|evidence| Found::Weighed(Arc::new(Weighed::new(evidence))));
        Ok(found.map(|found| Self { show, asked, found }))
    }

    /// The stored answer of today about a season of a show, by default the next one, as planned; null = there is none.
    pub(super) async fn stored_about(
        ctx: &Context<'_>,
        show: &Arc<show::Model>,
        season: Option<i32>,
        asked: &EvidenceOf,
    ) -> Result<Option<Self>> {
        if !is_of_today(asked) {
            return Ok(None);
        }
        let found = match loader(ctx)?.held(&WholeOutlookOf, show.id) {
            Some(whole) => whole.as_ref().as_ref().map(Found::from),
            None => (*loader(ctx)?.fetch(&OutlookOf, show.id).await?).clone().map(|row| Found::Stored(row, None)),
        };
        let found = found.filter(|found| fits(found, season, asked));
        Ok(found.map(|found| Self { show: show.clone(), asked: asked.clone(), found }))
    }

    /// What it says, without its reasons.
    pub(super) fn figures(&self) -> Figures {
        self.found.figures()
    }

    /// What is known and what follows, as planned.
    pub(super) async fn weighed(&self, ctx: &Context<'_>) -> Result<Arc<Weighed>> {
        if let Some(weighed) = self.found.weighed() {
            return Ok(weighed.clone());
        }
        let whole = loader(ctx)?.fetch(&WholeOutlookOf, self.show.id).await?;
        let whole = (*whole).as_ref().ok_or("the stored answer is gone; ask again")?;
        Ok(whole.weighed.clone())
    }

    /// How things are called, as planned.
    pub(super) async fn naming(&self, ctx: &Context<'_>, weighed: &Weighed) -> Result<Naming> {
        let evidence = &weighed.evidence;
        Ok(Naming {
            title: title(ctx, &self.show).await?,
            season: u16::try_from(evidence.question.season)?,
            platform: evidence.platform.clone().map(Prose::new),
            origins: evidence.origin_labels.clone(),
        })
    }
}

impl From<&Arc<WholeOutlook>> for Found {
    fn from(whole: &Arc<WholeOutlook>) -> Self {
        Self::Stored(whole.row.clone(), Some(whole.weighed.clone()))
    }
}

/// The reasons of answers, where they were read.
fn reasons(found: &[&Found]) -> Vec<Arc<Weighed>> {
    found.iter().filter_map(|found| found.weighed().cloned()).collect()
}

/// Whether it is asked what this server says today: with everything, believing everybody.
pub(super) fn is_of_today(asked: &EvidenceOf) -> bool {
    asked.as_of.day() == Date::today().0 && !is_hypothetical(asked)
}

/// Whether a stored answer is that of the day and the season that are asked about.
fn fits(found: &Found, season: Option<i32>, asked: &EvidenceOf) -> bool {
    let Found::Stored(row, _) = found else { return false };
    row.is_of(asked.as_of.day()) && season.is_none_or(|season| season == row.season_number)
}

/// What a show is called in English, as planned.
pub(super) async fn title(ctx: &Context<'_>, show: &show::Model) -> Result<Prose> {
    Ok(Prose::new(printed(ctx, Named::Show(show.id), None, &show.slug).await?))
}

impl Selection {
    /// Plans the stored answers of today, and passes those shows on that have none.
    pub(super) fn stored_answers(
        &self,
        asked: EvidenceOf,
        season: Option<i32>,
        shows: &[ShowId],
        wave: &mut Wave,
        others: impl FnOnce(Vec<ShowId>, &mut Wave) + Send + 'static,
    ) {
        let (below, of_shows) = (self.clone(), shows.to_vec());
        let follow = move |found: Vec<Option<Found>>, wave: &mut Wave| {
            let found: Vec<_> =
                found.into_iter().map(|found| found.filter(|found| fits(found, season, &asked))).collect();
            let none = of_shows.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(show, _)| *show);
            others(none.collect(), wave);
            below.of_answers(&asked, found.into_iter().flatten().collect(), wave);
        };
        if REASONS.iter().any(|field| self.has(field)) {
            wave.want(WholeOutlookOf, shows.to_vec(), move |whole, wave| {
                follow(whole.iter().map(|whole| whole.as_ref().as_ref().map(Found::from)).collect(), wave);
            });
        } else {
            wave.want(OutlookOf, shows.to_vec(), move |rows, wave| {
                follow(rows.iter().map(|row| (**row).clone().map(|row| Found::Stored(row, None))).collect(), wave);
            });
        }
    }

    /// Plans answers to questions that are asked alike, weighed for this request.
    pub(super) fn weighed_answers(&self, asked: EvidenceOf, questions: Vec<Question>, wave: &mut Wave) {
        let below = self.clone();
        let shows: Vec<ShowId> = questions.iter().map(|question| question.show).collect();
        wave.want(ShowEvidence, shows, move |held, wave| {
            for held in held {
                held.tell(wave);
            }
            // What cannot be weighed brings up nothing; the resolver reports it.
            let evidence =
                questions.iter().zip(held).filter_map(|(question, held)| held.evidence(*question, &asked).ok()?);
            let found = evidence.map(|evidence| Found::Weighed(Arc::new(Weighed::new(evidence))));
            below.of_answers(&asked, found.collect(), wave);
        });
    }

    /// Plans what is asked of answers that were found.
    pub(super) fn of_answers(&self, asked: &EvidenceOf, found: Vec<Found>, wave: &mut Wave) {
        if found.is_empty() {
            return;
        }
        let shows: Vec<_> = found.iter().map(|found| found.question().show).collect();
        if PRINTED.iter().any(|field| self.has(field)) || self.under("items").has("label") {
            wave.want_leaf(RowsOf::<Named>::new(), shows.iter().copied().map(Named::Show).collect());
        }
        if self.has("corroboration") {
            self.under("corroboration").corroboration_on(asked.as_of, &shows, wave);
        }
        let (fresh, kept): (Vec<_>, Vec<_>) = found.iter().partition(|found| matches!(found, Found::Weighed(_)));
        self.voices(&reasons(&kept), wave);
        self.reasons(&reasons(&fresh), wave);
        if !is_hypothetical(asked) {
            self.snapshots_of(found, wave);
        }
    }

    /// Plans the reasons of answers that were kept, whose evidence was not read: claims and their origins at once.
    fn voices(&self, answers: &[Arc<Weighed>], wave: &mut Wave) {
        let origins = self.under("origins");
        if !(origins.has("origin") && origins.has("claims")) {
            return self.reasons(answers, wave);
        }
        let weighed = answers.iter().flat_map(|answer| answer.assessment.origins());
        let (below, answers) = (self.clone(), answers.to_vec());
        wave.want(ClaimWithOrigin, weighed.flat_map(Weighed::claims).collect(), move |voices, wave| {
            let voices = || voices.iter().filter_map(|voice| voice.as_ref().as_ref());
            let claims = voices().map(|(claim, _)| (claim.id, Some(claim.clone())));
            wave.know(ByKey::<claim::Entity>::new(), claims.collect());
            let origins = voices().map(|(_, origin)| (origin.id, Some(origin.clone())));
            wave.know(ByKey::<origin::Entity>::new(), origins.collect());
            below.reasons(&answers, wave);
        });
    }

    fn reasons(&self, answers: &[Arc<Weighed>], wave: &mut Wave) {
        let sources = answers.iter().flat_map(|answer| answer.assessment.items().flat_map(|item| answer.sources(item)));
        self.under("items").references("sources", sources, wave);
        let origins = self.under("origins");
        origins.one::<Origin, origin::Entity>("origin", answers.iter().flat_map(|answer| answer.origins()), wave);
        let weighed = answers.iter().flat_map(|answer| answer.assessment.origins());
        origins.one::<Claim, claim::Entity>("claims", weighed.flat_map(Weighed::claims), wave);
    }
}
