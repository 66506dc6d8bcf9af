//! What always holds, for any case, and that a broken model is noticed.
//!
//! Each property is a function of a model and a sample; a property test runs it on the model, and the last test runs them on
//! five *mutants*, each of which must fail one: a property that no mistake can break proves nothing.

mod model;
mod sample;

use crate::renewal::case::Case;
use crate::renewal::case::Term;
use crate::renewal::claim::Claim;
use crate::renewal::claim::Voucher;
use crate::renewal::claim::VoucherClass;
use crate::renewal::explain::Naming;
use crate::renewal::item::ItemCode;
use crate::renewal::properties::model::Model;
use crate::renewal::properties::sample::Change;
use crate::renewal::properties::sample::Sample;
use crate::renewal::properties::sample::adding;
use crate::renewal::properties::sample::by_platform;
use crate::renewal::properties::sample::claims_of;
use crate::renewal::properties::sample::keeping;
use crate::renewal::properties::sample::known_claims;
use crate::renewal::properties::sample::official;
use crate::renewal::properties::sample::rebuilt;
use crate::renewal::properties::sample::sample;
use crate::renewal::properties::sample::stance_of;
use crate::renewal::record::Record;
use crate::renewal::said::Certainty;
use crate::renewal::said::Kind;
use crate::renewal::said::Reply;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::Fidelity;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Sd;
use crate::renewal::scale::Share;
use crate::renewal::span::Span;
use crate::renewal::status::RenewalStatus;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::TermCode;
use crate::renewal::text::VoucherId;
use proptest::prelude::*;
use proptest::test_runner::Config;
use proptest::test_runner::RngAlgorithm;
use proptest::test_runner::TestRng;
use proptest::test_runner::TestRunner;

const EPSILON: f64 = 1e-9;

type Checked = Result<(), TestCaseError>;

fn probability_lies_between_its_bounds(model: &Model, sample: &Sample) -> Checked {
    let answer = model.assess(&sample.case);
    let (p, low, high) =
        (answer.probability().value(), answer.interval80().low().value(), answer.interval80().high().value());
    prop_assert!(p > 0.0 && p < 1.0 && low <= p && p <= high, "{low} {p} {high}");
    Ok(())
}

fn items_add_up_to_the_log_odds_of_the_probability(model: &Model, sample: &Sample) -> Checked {
    let answer = model.assess(&sample.case);
    let sum: f64 = answer.items().map(|item| item.log_odds().value()).sum();
    prop_assert!((sum - answer.log_odds().value()).abs() < EPSILON);
    prop_assert!((answer.probability().log_odds().value() - sum).abs() < EPSILON);
    Ok(())
}

fn the_order_of_the_input_is_irrelevant_bit_for_bit(model: &Model, sample: &Sample) -> Checked {
    let case = &sample.case;
    let (mut terms, mut claims, mut records) = (case.terms().to_vec(), case.claims().to_vec(), case.records().to_vec());
    let (claim, record) = (sample.pick.index(claims.len() + 1), sample.pick.index(records.len() + 1));
    terms.reverse();
    claims.rotate_left(claim);
    claims.reverse();
    records.rotate_left(record);
    let other = model.assess(&rebuilt(case, terms, claims, records));
    let answer = model.assess(case);
    prop_assert_eq!(answer.log_odds().value().to_bits(), other.log_odds().value().to_bits());
    prop_assert_eq!(answer.sd().value().to_bits(), other.sd().value().to_bits());
    prop_assert_eq!(answer, other);
    Ok(())
}

fn a_duplicate_changes_nothing(model: &Model, sample: &Sample) -> Checked {
    let known = known_claims(&sample.case);
    let Some(root) = known.get(sample.pick.index(known.len().max(1))) else { return Ok(()) };
    let copy = Change { id: Some("zz".into()), ..Change::default() }.of(root);
    let (before, after) = (model.assess(&sample.case), model.assess(&adding(&sample.case, [copy])));
    prop_assert!((before.log_odds().value() - after.log_odds().value()).abs() < EPSILON);
    prop_assert!((before.sd().value() - after.sd().value()).abs() < EPSILON);
    prop_assert_eq!(before.status(), after.status());
    Ok(())
}

/// A retelling of the same day and window. (Two wordings that weigh the same may differ in sd; the less sure one counts.)
fn a_weaker_retelling_never_moves_the_number(model: &Model, sample: &Sample) -> Checked {
    let known = known_claims(&sample.case);
    let Some(root) = known.get(sample.pick.index(known.len().max(1))) else { return Ok(()) };
    let said = match (root.said(), sample.claim.said()) {
        (Said::Statement { stance, kind, certainty }, Said::Statement { certainty: other, .. }) => {
            Said::Statement { stance, kind, certainty: certainty.max(other) }
        }
        (said, _) => said,
    };
    let fidelity = if sample.claim.fidelity() < root.fidelity() { sample.claim.fidelity() } else { root.fidelity() };
    let copy =
        Change { id: Some("zz".into()), said: Some(said), fidelity: Some(fidelity), ..Change::default() }.of(root);
    let after = model.log_odds(&adding(&sample.case, [copy]));
    prop_assert!((model.log_odds(&sample.case) - after).abs() < EPSILON);
    Ok(())
}

fn one_more_voice_never_moves_the_number_the_other_way(model: &Model, sample: &Sample) -> Checked {
    let before = model.log_odds(&sample.case);
    for stance in Stance::ALL {
        let fresh = Voucher { class: sample.claim.voucher().class, id: VoucherId::new("fresh").unwrap() };
        let hearsay =
            if fresh.class == VoucherClass::Platform { Fidelity::new(0.9).unwrap() } else { sample.claim.fidelity() };
        let voice = Change {
            origin: Some("independent".into()),
            voucher: Some(fresh),
            said: Some(stance_of(&sample.claim, *stance)),
            fidelity: Some(hearsay),
            ..Change::default()
        };
        let moved = model.log_odds(&adding(&sample.case, [voice.of(&sample.claim)])) - before;
        prop_assert!(moved * stance.sign() >= -EPSILON, "{stance:?} moved by {moved}");
    }
    Ok(())
}

/// A reply takes the edge off claims worded "confirmed" just before. Where it answers several voices at once that may outweigh it, and
/// beside a statement of the platform the reply itself counts for nothing: such cases are left out.
fn good_news_never_lowers_and_no_plans_never_raises(model: &Model, sample: &Sample) -> Checked {
    let today = sample.case.as_of();
    let silent = keeping(&sample.case, |claim| claim.platform_reply().is_none());
    let answered = |claim: &Claim| {
        let fresh = (0..=60).contains(&Span::between(claim.claimed_on(), today).count());
        fresh && matches!(claim.said(), Said::Statement { certainty: Certainty::Confirmed, .. })
    };
    let known = known_claims(&silent);
    let voices = known.iter().filter(|claim| answered(claim)).count();
    let stated = known.iter().any(|claim| claim.is_by_platform() && claim.stance().is_some());
    if voices > 1 || (voices == 1 && stated) {
        return Ok(());
    }
    let before = model.log_odds(&silent);
    let with = |reply| model.log_odds(&adding(&silent, [by_platform(Said::Reply(reply), today, "reply")]));
    prop_assert!(with(Reply::PositiveTalks) >= before - EPSILON);
    prop_assert!(with(Reply::NoPlans) <= before + EPSILON);
    Ok(())
}

fn the_first_official_word_never_moves_the_number_the_other_way(model: &Model, sample: &Sample) -> Checked {
    let unofficial = keeping(&sample.case, |claim| claim.stance().is_none() || !claim.is_by_platform());
    let before = model.log_odds(&unofficial);
    for stance in Stance::ALL {
        let after = model.log_odds(&adding(&unofficial, [official(*stance, unofficial.as_of(), "word")]));
        prop_assert!((after - before) * stance.sign() >= -EPSILON, "{stance:?}: {before} to {after}");
    }
    Ok(())
}

fn what_became_known_later_never_matters(model: &Model, sample: &Sample) -> Checked {
    let case = &sample.case;
    let tomorrow = Span::days(sample.later).after(case.as_of());
    let claim = Change { on: Some(tomorrow), without_window: true, ..Change::default() }.of(&sample.claim);
    let (mut terms, mut records) = (case.terms().to_vec(), case.records().to_vec());
    let (code, log_odds) = (TermCode::new("later").unwrap(), LogOdds::new(1.0).unwrap());
    terms.push(Term { code, log_odds, sd: Sd::new(0.5).unwrap(), known_at: tomorrow, facts: Vec::new() });
    records.extend(case.claims().iter().map(|claim| Record {
        voucher: claim.voucher().clone(),
        resolved_on: tomorrow,
        right: false,
        prior_probability: Probability::new(0.5).unwrap(),
        stance: Stance::Supports,
        weight: Share::ALL,
    }));
    let claims = case.claims().iter().cloned().chain([claim, official(Stance::Supports, tomorrow, "order")]).collect();
    prop_assert_eq!(model.assess(case), model.assess(&rebuilt(case, terms, claims, records)));
    Ok(())
}

/// With coverage 0 silence says nothing, and for and against are mirror images.
fn turning_everything_round_turns_the_number_round(model: &Model, sample: &Sample) -> Checked {
    let mut parameters = model.parameters.clone();
    parameters.silence.coverage = Share::new(0.0).unwrap();
    let model = Model { parameters, ..*model };
    let case = keeping(&sample.case, |claim| claim.stance().is_some());
    let turned = claims_of(&case, |claim| {
        let stance = if claim.stance() == Some(Stance::Supports) { Stance::Denies } else { Stance::Supports };
        Change { said: Some(stance_of(claim, stance)), ..Change::default() }.of(claim)
    });
    let negated = |term: &Term| Term { log_odds: LogOdds::new(-term.log_odds.value()).unwrap(), ..term.clone() };
    let terms = turned.terms().iter().map(negated).collect();
    let turned = rebuilt(&turned, terms, turned.claims().to_vec(), turned.records().to_vec());
    let (p, q) = (model.assess(&case).probability().value(), model.assess(&turned).probability().value());
    prop_assert!((p + q - 1.0).abs() < EPSILON, "{p} and {q}");
    Ok(())
}

/// The pile: up to 29 outlets that were always right, each "confirming" it today. Equal only at the limit.
fn an_official_confirmation_beats_any_pile_of_unofficial_support(model: &Model, sample: &Sample) -> Checked {
    let positive = |claim: &Claim| claim.platform_reply().is_some_and(Reply::is_deliberating);
    let base = keeping(&sample.case, |claim| claim.stance().is_none() && !positive(claim));
    let today = base.as_of();
    let outlet = |at: usize| Voucher {
        class: VoucherClass::OutletInsider,
        id: VoucherId::new(&format!("perfect{at}")).unwrap(),
    };
    let said = Said::Statement { stance: Stance::Supports, kind: Kind::Decision, certainty: Certainty::Confirmed };
    let voice = |at: usize| {
        let (id, origin) = (ClaimId::new(&format!("p{at}")).unwrap(), OriginKey::new(&format!("p{at}")).unwrap());
        Claim::new(id, origin, outlet(at), said, Fidelity::FIRST_HAND, today, today, None).unwrap()
    };
    let right = |at: usize| Record {
        voucher: outlet(at),
        resolved_on: today,
        right: true,
        prior_probability: Probability::new(0.05).unwrap(),
        stance: Stance::Supports,
        weight: Share::ALL,
    };
    let pile = adding(&base, (0..sample.many).map(voice));
    let records = (0..sample.many).flat_map(|at| std::iter::repeat_n(right(at), 20)).collect();
    let piled = model.log_odds(&rebuilt(&pile, pile.terms().to_vec(), pile.claims().to_vec(), records));
    let least_official = Change { fidelity: Some(Fidelity::new(0.99).unwrap()), ..Change::default() };
    let ordered = model.log_odds(&adding(&base, [least_official.of(&official(Stance::Supports, today, "order"))]));
    prop_assert!(ordered > piled || (ordered >= 6.0 && piled >= 6.0), "an order {ordered}, the pile {piled}");
    Ok(())
}

fn an_official_cancellation_silences_earlier_unofficial_support(model: &Model, sample: &Sample) -> Checked {
    let today = sample.case.as_of();
    let cancelled = adding(&sample.case, [official(Stance::Denies, today, "end")]);
    let by_others = |claim: &Claim| {
        !claim.is_by_platform() && claim.stance() == Some(Stance::Supports) && claim.claimed_on() < today
    };
    let support: Vec<ClaimId> =
        cancelled.claims().iter().filter(|claim| by_others(claim)).map(|claim| claim.id().clone()).collect();
    // An origin that said both by turns is left out: without its support, its denial would be another vote.
    let turned = cancelled.claims().iter().any(|claim| {
        claim.stance() == Some(Stance::Denies)
            && support
                .iter()
                .any(|id| cancelled.claims().iter().any(|one| one.id() == id && one.origin() == claim.origin()))
    });
    if !turned {
        prop_assert!((model.log_odds(&cancelled) - model.log_odds(&cancelled.without(&support))).abs() < EPSILON);
    }
    let earlier = known_claims(&cancelled).into_iter().filter(|claim| by_others(claim));
    let heard: Vec<_> = model.assess(&cancelled).origins().iter().flat_map(|origin| origin.claims.clone()).collect();
    prop_assert!(earlier.into_iter().all(|claim| !heard.contains(claim.id())));
    Ok(())
}

fn silence_only_grows_while_the_platform_says_nothing(model: &Model, sample: &Sample) -> Checked {
    let quiet = rebuilt(&sample.case, Vec::new(), Vec::new(), Vec::new());
    let later = quiet.after_silence_until(Span::days(sample.later).after(quiet.as_of()));
    let silence = |case: &Case| model.assess(case).item(&ItemCode::Silence).unwrap().log_odds().value();
    let watched = quiet.after_silence_until(quiet.as_of());
    prop_assert!(silence(&later) <= silence(&watched) && silence(&watched) <= 0.0);
    Ok(())
}

fn the_latest_official_statement_governs(model: &Model, sample: &Sample) -> Checked {
    let case = keeping(&sample.case, |claim| !claim.is_by_platform());
    let (today, before) = (case.as_of(), Span::days(-sample.later).after(case.as_of()));
    let revoked = [official(Stance::Supports, before, "order"), official(Stance::Denies, today, "end")];
    prop_assert_eq!(model.assess(&adding(&case, revoked)).status(), RenewalStatus::OfficiallyCancelled);
    let rescued = [official(Stance::Denies, before, "end"), official(Stance::Supports, today, "order")];
    prop_assert_eq!(model.assess(&adding(&case, rescued)).status(), RenewalStatus::OfficiallyRenewed);
    let both = [official(Stance::Denies, today, "end"), official(Stance::Supports, today, "order")];
    let undecided = model.assess(&adding(&case, both)).status();
    prop_assert!(undecided != RenewalStatus::OfficiallyRenewed && undecided != RenewalStatus::OfficiallyCancelled);
    Ok(())
}

/// The number is always said; "confirmed" only of what the platform confirmed.
fn the_words_give_the_number_and_never_claim_more(model: &Model, sample: &Sample) -> Checked {
    let answer = model.assess(&sample.case);
    let (headline, sentence) = (Naming::default().headline(&answer), Naming::default().sentence(&answer));
    let number = format!("{} %", answer.probability().percent());
    for text in [headline.as_str(), sentence.as_str()] {
        prop_assert!(text.contains(&number) && text.contains(answer.band().label()), "{text}");
        prop_assert!(!text.contains("confirmed") || answer.status() == RenewalStatus::OfficiallyRenewed, "{text}");
    }
    Ok(())
}

/// Declares a property test for each function, and the list that the mutants run.
macro_rules! properties {
    ($($name:ident,)+) => {
        const PROPERTIES: &[(&str, fn(&Model, &Sample) -> Checked)] = &[$((stringify!($name), $name)),+];

        mod hold {
            use super::*;

            proptest! {
                #![proptest_config(Config { failure_persistence: None, ..Config::default() })]
                $(#[test] fn $name(sample in sample()) { super::$name(&Model::rc1(), &sample)?; })+
            }
        }
    };
}

properties! {
    probability_lies_between_its_bounds,
    items_add_up_to_the_log_odds_of_the_probability,
    the_order_of_the_input_is_irrelevant_bit_for_bit,
    a_duplicate_changes_nothing,
    a_weaker_retelling_never_moves_the_number,
    one_more_voice_never_moves_the_number_the_other_way,
    good_news_never_lowers_and_no_plans_never_raises,
    the_first_official_word_never_moves_the_number_the_other_way,
    what_became_known_later_never_matters,
    turning_everything_round_turns_the_number_round,
    an_official_confirmation_beats_any_pile_of_unofficial_support,
    an_official_cancellation_silences_earlier_unofficial_support,
    silence_only_grows_while_the_platform_says_nothing,
    the_latest_official_statement_governs,
    the_words_give_the_number_and_never_claim_more,
}

fn holds(name: &str, model: &Model) -> bool {
    let (_, property) = PROPERTIES.iter().find(|(property, _)| *property == name).unwrap();
    let config = Config { cases: 400, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    runner.run(&sample(), |sample| property(model, &sample)).is_ok()
}

#[test]
fn every_mutant_is_caught_by_a_property_that_the_model_has() {
    for (name, mutant, property) in Model::mutants() {
        assert!(holds(property, &Model::rc1()), "{property} does not hold");
        assert!(!holds(property, &mutant), "{property} does not notice the mutant: {name}");
    }
}
