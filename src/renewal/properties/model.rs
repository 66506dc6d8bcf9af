//! The model, and five that somebody broke.

use crate::renewal::assess::Assessment;
use crate::renewal::assess::assess_known;
use crate::renewal::case::Case;
use crate::renewal::case::Known;
use crate::renewal::claim::Claim;
use crate::renewal::parameters::Parameters;
use crate::renewal::properties::sample::Change;
use crate::renewal::properties::sample::claims_of;
use crate::renewal::scale::Positive;
use crate::renewal::span::Day;

/// The model, or one that somebody broke.
pub(super) struct Model {
    pub(super) parameters: Parameters,
    pub(super) filters: bool,
    pub(super) groups: bool,
}

impl Model {
    pub(super) fn rc1() -> Self {
        Self { parameters: Parameters::rc1().clone(), filters: true, groups: true }
    }

    fn changed(change: impl Fn(&mut Self)) -> Self {
        let mut model = Self::rc1();
        change(&mut model);
        model
    }

    /// Five broken models, each with a property that must notice it.
    pub(super) fn mutants() -> [(&'static str, Self, &'static str); 5] {
        let next_weight =
            |weight| Self::changed(|model| model.parameters.vote.next_weight = Positive::new(weight).unwrap());
        let pile = "an_official_confirmation_beats_any_pile_of_unofficial_support";
        [
            ("cap 2.4", Self::changed(|model| model.parameters.vote.cap = Positive::new(2.4).unwrap()), pile),
            ("weight .9 for the next voice", next_weight(0.9), pile),
            ("weight 1.5 for the next voice", next_weight(1.5), pile),
            ("no as-of filter", Self::changed(|model| model.filters = false), "what_became_known_later_never_matters"),
            ("an origin per claim", Self::changed(|model| model.groups = false), "a_duplicate_changes_nothing"),
        ]
    }

    pub(super) fn assess(&self, case: &Case) -> Assessment {
        let case = if self.groups { case.clone() } else { claims_of(case, alone) };
        let known = if self.filters { Known::of(&case) } else { Known::until(&case, Day::MAX) };
        assess_known(&known, &self.parameters)
    }

    pub(super) fn log_odds(&self, case: &Case) -> f64 {
        self.assess(case).log_odds().value()
    }
}

/// The claim with an origin of its own.
fn alone(claim: &Claim) -> Claim {
    Change { origin: Some(claim.id().as_str().into()), ..Change::default() }.of(claim)
}
