//! Who answers for what is said.

use async_graphql::{Context, Description, Enum, Object, Result, Union};

use crate::graphql::node::{Node, node};
use crate::graphql::outlet::Outlet;
use crate::graphql::person::Person;
use crate::graphql::plan::Selection;
use crate::graphql::platform::Platform;
use crate::store::loader::Wave;
use crate::store::node::NodeKey;

/// Class of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::VoucherClass")]
pub(super) enum VoucherClass {
    /// The platform itself, e.g. Netflix.
    Platform,
    /// The maker.
    ProductionCompany,
    /// Creator or author.
    Creator,
    /// Director.
    Director,
    /// Cast.
    Cast,
    /// An outlet on its own sources, e.g. insiders whom it does not name.
    OutletInsider,
    /// Nobody is named.
    Unsourced,
}

/// Who answers for a claim.
#[derive(Clone, Debug, Description)]
pub(super) struct Voucher {
    /// Its class.
    pub(super) class: VoucherClass,
    /// As printed.
    pub(super) name: String,
    /// Who it is in the catalog; null = nobody.
    pub(super) party: Option<NodeKey>,
}

#[Object(use_type_description)]
impl Voucher {
    /// Its class as a source.
    async fn class(&self) -> VoucherClass {
        self.class
    }

    /// As printed, e.g. "insiders close to the production".
    async fn name(&self) -> &str {
        &self.name
    }

    /// Who it is; null = nobody of the catalog.
    async fn party(&self, ctx: &Context<'_>) -> Result<Option<VoucherParty>> {
        let Some(party) = self.party else { return Ok(None) };
        Ok(match node(ctx, party).await? {
            Some(Node::Outlet(outlet)) => Some(VoucherParty::Outlet(outlet)),
            Some(Node::Person(person)) => Some(VoucherParty::Person(person)),
            Some(Node::Platform(platform)) => Some(VoucherParty::Platform(platform)),
            _ => None,
        })
    }
}

/// Who can answer for a claim.
#[derive(Clone, Debug, Union)]
pub(super) enum VoucherParty {
    /// An outlet, for what it has from its own sources.
    Outlet(Outlet),
    /// A person.
    Person(Person),
    /// A platform.
    Platform(Platform),
}

impl Selection {
    /// Plans those who answer for claims or utterances.
    pub(super) fn vouchers(&self, parties: impl Iterator<Item = NodeKey>, wave: &mut Wave) {
        let below = self.under("voucher");
        if below.has("party") {
            below.under("party").nodes(&parties.collect::<Vec<_>>(), wave);
        }
    }
}
