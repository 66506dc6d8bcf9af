//! Anything with a global id.

use ::entity::{
    award, award_category, award_ceremony, character, chart, chart_entry, claim, contradiction, credit, episode,
    forecast, nomination, origin, outlet, person, platform, platform_check, report, season, show, source_work,
};
use async_graphql::{Context, ID, Interface, Object, Result};

use crate::graphql::award::Award;
use crate::graphql::award_category::AwardCategory;
use crate::graphql::award_ceremony::AwardCeremony;
use crate::graphql::character::Character;
use crate::graphql::chart::Chart;
use crate::graphql::chart_entry::ChartEntry;
use crate::graphql::claim::Claim;
use crate::graphql::contradiction::Contradiction;
use crate::graphql::credit::Credit;
use crate::graphql::episode::Episode;
use crate::graphql::error::bad_input;
use crate::graphql::forecast_snapshot::ForecastSnapshot;
use crate::graphql::id;
use crate::graphql::nomination::Nomination;
use crate::graphql::origin::Origin;
use crate::graphql::outlet::Outlet;
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::outlooks::outlook_by_key;
use crate::graphql::person::Person;
use crate::graphql::plan::{Selection, loader, row_if};
use crate::graphql::platform::Platform;
use crate::graphql::platform_check::PlatformCheck;
use crate::graphql::report::Report;
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::graphql::source_work::SourceWork;
use crate::store::loader::Wave;
use crate::store::merged::survivors;
use crate::store::node::NodeKey;

/// Most ids that one request may name in `nodes` or `lookup`.
pub(super) const MOST_IDS: usize = 100;

macro_rules! nodes {
    ($($node:ident $table:ident)*) => {
        /// Anything with a global id.
        #[derive(Clone, Debug, Interface)]
        #[graphql(field(name = "id", ty = "ID", desc = "Opaque, stable, typed; e.g. U2hvdzox."))]
        pub(super) enum Node {
            $(
                #[doc = concat!("A ", stringify!($node), ".")]
                $node($node),
            )*
            /// A RenewalOutlook.
            RenewalOutlook(RenewalOutlook),
        }

        impl Selection {
            /// Plans what is asked of objects of whatever types.
            pub(super) fn nodes(self, keys: &[NodeKey], wave: &mut Wave) {
                $(
                    let of_type = keys.iter().filter_map(|key| if let NodeKey::$node(id) = key { Some(*id) } else { None }).collect();
                    self.clone().rows_by_key::<$node, $table::Entity>(of_type, wave);
                )*
                let asked = keys.iter().filter_map(|key| if let NodeKey::RenewalOutlook(asked) = key { Some(*asked) } else { None });
                self.outlooks_by_key(asked.collect(), wave);
            }
        }

        /// The object under a key, as planned; null where there is none.
        pub(super) async fn node(ctx: &Context<'_>, key: NodeKey) -> Result<Option<Node>> {
            Ok(match key {
                $(NodeKey::$node(id) => row_if::<$table::Entity>(ctx, Some(id)).await?.map(|row| Node::$node($node::from(row))),)*
                NodeKey::RenewalOutlook(asked) => outlook_by_key(ctx, asked).await?.map(Node::RenewalOutlook),
            })
        }
    };
}

nodes! {
    Award award
    AwardCategory award_category
    AwardCeremony award_ceremony
    Character character
    Chart chart
    ChartEntry chart_entry
    Claim claim
    Contradiction contradiction
    Credit credit
    Episode episode
    ForecastSnapshot forecast
    Nomination nomination
    Origin origin
    Outlet outlet
    Person person
    Platform platform
    PlatformCheck platform_check
    Report report
    Season season
    Show show
    SourceWork source_work
}

/// Plans the selection of this field on the objects under `keys`, and gives them in that order; where a key was merged,
/// the survivor.
pub(super) async fn planned_nodes(ctx: &Context<'_>, keys: &[Option<NodeKey>]) -> Result<Vec<Option<Node>>> {
    let found = found(ctx, keys).await?;
    let gone = |(key, node): (&Option<NodeKey>, &Option<Node>)| if node.is_none() { *key } else { None };
    let gone: Vec<_> = keys.iter().zip(&found).filter_map(gone).collect();
    let survivors = survivors(loader(ctx)?.db(), &gone).await?;
    if survivors.is_empty() {
        return Ok(found);
    }
    let now = |key: NodeKey| survivors.get(&key).copied().unwrap_or(key);
    self::found(ctx, &keys.iter().map(|key| key.map(now)).collect::<Vec<_>>()).await
}

async fn found(ctx: &Context<'_>, keys: &[Option<NodeKey>]) -> Result<Vec<Option<Node>>> {
    let known: Vec<_> = keys.iter().copied().flatten().collect();
    let mut wave = Wave::default();
    Selection::of(ctx).nodes(&known, &mut wave);
    loader(ctx)?.run(wave).await?;
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        found.push(match key {
            Some(key) => node(ctx, *key).await?,
            None => None,
        });
    }
    Ok(found)
}

/// Root fields about anything.
#[derive(Debug, Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Any object by its global id; null = there is none. A merged id answers with the survivor.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id, e.g. U2hvdzox.")] id: ID,
    ) -> Result<Option<Node>> {
        Ok(planned_nodes(ctx, &[id::node(&id)]).await?.pop().flatten())
    }

    /// Objects by global id, order kept, null where there is none; at most 100.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global ids, e.g. [\"U2hvdzox\"].")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        if ids.len() > MOST_IDS {
            return Err(bad_input(format!("Ask for at most {MOST_IDS} ids at once; there were {}.", ids.len())));
        }
        planned_nodes(ctx, &ids.iter().map(id::node).collect::<Vec<_>>()).await
    }
}
