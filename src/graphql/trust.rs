//! What is asked about a season: on which day, without what, and whom to believe.

use async_graphql::{ID, InputObject, Result};

use crate::graphql::as_of::as_of;
use crate::graphql::claim_filter::{kinds, nodes};
use crate::graphql::error::bad_input;
use crate::graphql::node::MOST_IDS;
use crate::graphql::plan::Arguments;
use crate::graphql::scalars::Date;
use crate::graphql::voucher::VoucherClass;
use crate::store::evidence::{EvidenceOf, Trust};
use crate::store::node::NodeKey;

/// Whom to believe in this answer; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct TrustPolicyInput {
    /// Only statements of platforms.
    official_only: Option<bool>,
    /// Global ids of outlets, people and platforms whose word does not count; at most 100.
    exclude_vouchers: Option<Vec<ID>>,
    /// Classes of sources whose word does not count, e.g. [CAST].
    exclude_classes: Option<Vec<VoucherClass>>,
    /// Retellings with a lower fidelity of their whole chain do not count, 0.5..1, e.g. 0.9.
    minimum_fidelity: Option<f64>,
}

impl TrustPolicyInput {
    /// The same policy for the store.
    fn into_store(self) -> Result<Trust> {
        if self.minimum_fidelity.is_some_and(|least| !(0.5..=1.0).contains(&least)) {
            return Err(bad_input("A fidelity lies between 0.5, which is a coin, and 1, which is at first hand."));
        }
        let exclude_vouchers = some(self.exclude_vouchers, "outlets, people and platforms", |key| {
            matches!(key, NodeKey::Outlet(_) | NodeKey::Person(_) | NodeKey::Platform(_))
        })?;
        Ok(Trust {
            official_only: self.official_only.unwrap_or(false),
            exclude_vouchers,
            exclude_classes: kinds(self.exclude_classes),
            minimum_fidelity: self.minimum_fidelity.map(f64::to_bits),
        })
    }
}

/// The evidence that is asked for, by the arguments of the field.
pub(super) fn evidence(
    day: Option<Date>,
    without: Option<Vec<ID>>,
    trust: Option<TrustPolicyInput>,
) -> Result<EvidenceOf> {
    let without = some(without, "claims, reports, origins and outlets", |key| {
        matches!(key, NodeKey::Claim(_) | NodeKey::Report(_) | NodeKey::Origin(_) | NodeKey::Outlet(_))
    })?;
    Ok(EvidenceOf { as_of: as_of(day), without, trust: trust.unwrap_or_default().into_store()? })
}

/// The same, as planned; null = the arguments cannot be honoured, which the resolver reports.
pub(super) fn planned_evidence(with: &Arguments) -> Option<EvidenceOf> {
    evidence(with.get("asOf"), with.get("without"), with.get("trust")).ok()
}

/// Whether something was left out, so that the answer is not this server's own.
pub(super) fn is_hypothetical(asked: &EvidenceOf) -> bool {
    !asked.without.is_empty() || asked.trust != Trust::default()
}

/// The keys of at most a hundred ids, all of fitting types.
fn some(ids: Option<Vec<ID>>, of: &str, fits: impl Fn(&NodeKey) -> bool) -> Result<Vec<NodeKey>> {
    let mut keys = nodes(ids)?;
    if keys.len() > MOST_IDS {
        return Err(bad_input(format!("Name at most {MOST_IDS} ids at once; there were {}.", keys.len())));
    }
    if let Some(key) = keys.iter().find(|key| !fits(key)) {
        return Err(bad_input(format!("Only ids of {of} can be left out; one is of a {}.", key.kind())));
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}
