//! The same things elsewhere.

use std::sync::Arc;

use ::entity::external_id;
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::by::ExternalIdInput;
use crate::graphql::error::bad_input;
use crate::graphql::node::{MOST_IDS, Node, planned_nodes};
use crate::graphql::plan::{Selection, loader};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::Url;
use crate::store::external_id::{Identified, look_up};
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::subject::RowsOf;

/// The same thing elsewhere.
#[derive(Clone, Debug, Description)]
pub(super) struct ExternalId(Arc<external_id::Model>);

#[Object(use_type_description)]
impl ExternalId {
    /// Lower case code of the site, e.g. imdb, tmdb, tvmaze, tvdb, wikidata or netflix.
    async fn source(&self) -> &str {
        &self.0.source
    }

    /// As that site writes it, e.g. tt28106730.
    async fn value(&self) -> &str {
        &self.0.value
    }

    /// Its page there; null = the site has none, or this server does not know how it is addressed.
    async fn url(&self) -> Option<Url> {
        Some(Url(page(Identified::referred(&self.0)?, &self.0.source, &self.0.value)?))
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::ExternalId(self.0.id), fields).await
    }
}

/// The page of a thing on another site.
fn page(of: Identified, source: &str, value: &str) -> Option<String> {
    use Identified::{Episode, Person, Season, Show};
    let begin = match (source, of) {
        ("imdb", Show(_) | Episode(_)) => "https://www.imdb.com/title/",
        ("imdb", Person(_)) => "https://www.imdb.com/name/",
        ("tmdb", Show(_)) => "https://www.themoviedb.org/tv/",
        ("tmdb", Person(_)) => "https://www.themoviedb.org/person/",
        ("tvmaze", Show(_)) => "https://www.tvmaze.com/shows/",
        ("tvmaze", Episode(_)) => "https://www.tvmaze.com/episodes/",
        ("tvmaze", Person(_)) => "https://www.tvmaze.com/people/",
        ("tvdb", Show(_)) => "https://thetvdb.com/dereferrer/series/",
        ("tvdb", Season(_)) => "https://thetvdb.com/dereferrer/season/",
        ("tvdb", Episode(_)) => "https://thetvdb.com/dereferrer/episode/",
        ("tvdb", Person(_)) => "https://thetvdb.com/people/",
        ("wikidata", _) => "https://www.wikidata.org/wiki/",
        ("netflix", Show(_)) => "https://www.netflix.com/title/",
        _ => return None,
    };
    let is_plain = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    is_plain.then(|| format!("{begin}{value}"))
}

impl Selection {
    /// Plans what things are called elsewhere, and where that was taken from.
    pub(super) fn external_ids(&self, things: impl Iterator<Item = Identified>, wave: &mut Wave) {
        if !self.has("externalIds") {
            return;
        }
        let below = self.under("externalIds");
        wave.want(RowsOf::<Identified>::new(), things.collect(), move |sets, wave| {
            let ids = sets.iter().flat_map(|ids| ids.iter());
            below.provenance(ids.map(|id| Sourced::ExternalId(id.id)), wave);
        });
    }
}

/// What a thing is called elsewhere, narrowed to `sources`, as planned.
pub(super) async fn external_ids(
    ctx: &Context<'_>,
    of: Identified,
    sources: Option<Vec<String>>,
) -> Result<Vec<ExternalId>> {
    let ids = loader(ctx)?.fetch(&RowsOf::<Identified>::new(), of).await?;
    let is_asked = |id: &external_id::Model| sources.as_ref().is_none_or(|sources| sources.contains(&id.source));
    Ok(ids.iter().filter(|id| is_asked(id)).cloned().map(ExternalId).collect())
}

/// Root fields about foreign ids.
#[derive(Debug, Default)]
pub struct LookupQuery;

#[Object]
impl LookupQuery {
    /// Shows and people by foreign ids, order kept, null where unknown; at most 100. What was merged answers with the
    /// survivor. Where a site gives a show and a person the same number, this is the show.
    async fn lookup(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Foreign ids, e.g. [{source: \"imdb\", value: \"tt28106730\"}].")] external_ids: Vec<
            ExternalIdInput,
        >,
    ) -> Result<Vec<Option<Node>>> {
        if external_ids.len() > MOST_IDS {
            let given = external_ids.len();
            return Err(bad_input(format!("Ask for at most {MOST_IDS} foreign ids at once; there were {given}.")));
        }
        let ids: Vec<_> = external_ids.into_iter().map(|id| (id.source, id.value)).collect();
        let found = look_up(loader(ctx)?.db(), &ids).await?;
        planned_nodes(ctx, &ids.iter().map(|id| found.get(id).copied()).collect::<Vec<_>>()).await
    }
}

#[cfg(test)]
mod tests {
    use ::entity::ids::{PersonId, SeasonId, ShowId};

    use super::page;
    use crate::store::external_id::Identified;

    #[test]
    fn a_site_addresses_shows_and_people_apart() {
        let show = page(Identified::Show(ShowId(1)), "imdb", "tt28106730");
        assert_eq!(show.as_deref(), Some("https://www.imdb.com/title/tt28106730"));
        let person = page(Identified::Person(PersonId(1)), "imdb", "nm6304154");
        assert_eq!(person.as_deref(), Some("https://www.imdb.com/name/nm6304154"));
    }

    #[test]
    fn a_thing_without_a_page_there_has_no_address() {
        assert_eq!(page(Identified::Season(SeasonId(1)), "tmdb", "1"), None);
        assert_eq!(page(Identified::Show(ShowId(1)), "unheard-of", "1"), None);
    }

    #[test]
    fn a_value_that_could_leave_the_path_is_not_made_an_address() {
        assert_eq!(page(Identified::Show(ShowId(1)), "imdb", "../x?y=1"), None);
    }
}
