//! The work that is measured, each time about another show, genre or word.

use serde_json::{Value, json};

use crate::catalog::{Catalog, GENRES, mixed};

/// One kind of request.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// What the table calls it.
    pub name: &'static str,
    document: &'static str,
    variables: fn(u64, Catalog) -> Value,
}

/// What the page of a show asks for; `{{more}}` is what comes with it.
const PAGE: &str = "title
    seasons { nodes { number title premieredOn { iso } } }
    cast(first: 20) { nodes { billing person { name } character { name } } }
    nominations(first: 20) { nodes { result category { name } ceremony { edition award { name } } } }
    reports(first: 10) { nodes { title outlet { name } effectiveOn } }";

/// All of them.
pub fn all() -> Vec<Operation> {
    vec![
        Operation { name: "showPage", document: leaked("$slug: String!", PAGE, ""), variables: slug },
        Operation { name: "browse", document: BROWSE, variables: genre },
        Operation { name: "search", document: SEARCH, variables: word },
        Operation { name: "renewal", document: leaked("$slug: String!", PAGE, &confidence("")), variables: slug },
        Operation {
            name: "renewal, live",
            document: leaked("$slug: String!", PAGE, &confidence("(asOf: \"2026-10-01\")")),
            variables: slug,
        },
        Operation { name: "outlook", document: OUTLOOK, variables: genre },
    ]
}

const BROWSE: &str = "query Browse($genre: String!) {
  shows(first: 20, filter: { genres: [$genre] }, orderBy: [{ field: POPULARITY }]) {
    nodes {
      title
      seasons(first: 1) { nodes { number premieredOn { iso } } }
      cast(first: 3) { nodes { person { name } character { name } } }
    }
  }
}";

const SEARCH: &str = "query Search($word: String!) {
  search(query: $word, types: [SHOW], first: 10) { edges { label matchedName reason node { id slug } } }
}";

const OUTLOOK: &str = "query Outlook($genre: String!) {
  renewalOutlook(first: 20, filter: { genres: [$genre] }, orderBy: [{ field: PROBABILITY }]) {
    nodes { show { title } seasonNumber confidence { probability band status } }
  }
}";

fn confidence(arguments: &str) -> String {
    format!(
        "renewalConfidence{arguments} {{
      probability interval80 {{ low high }} band status sentence
      items {{ code label group logOdds sd }}
      origins {{ stance weight logOdds origin {{ label }} claims {{ summary certainty saidOn {{ iso }} }} }}
    }}"
    )
}

/// A document about one show; there are three, and they live as long as the process.
fn leaked(variables: &str, page: &str, more: &str) -> &'static str {
    format!("query Page({variables}) {{ show(by: {{ slug: $slug }}) {{ {page} {more} }} }}").leak()
}

fn slug(turn: u64, catalog: Catalog) -> Value {
    json!({ "slug": Catalog::slug(mixed(turn, 20) % catalog.shows + 1) })
}

fn genre(turn: u64, _: Catalog) -> Value {
    let place = usize::try_from(turn).unwrap_or_default() % GENRES.len();
    json!({ "genre": GENRES.get(place) })
}

fn word(turn: u64, catalog: Catalog) -> Value {
    json!({ "word": Catalog::word(mixed(turn, 21) % catalog.shows + 1) })
}

impl Operation {
    /// What is asked.
    pub fn document(&self) -> &'static str {
        self.document
    }

    /// About what, the `turn`th time.
    pub fn variables(&self, turn: u64, catalog: Catalog) -> Value {
        (self.variables)(turn, catalog)
    }

    /// The body of the `turn`th request.
    pub fn body(&self, turn: u64, catalog: Catalog) -> String {
        json!({ "query": self.document, "variables": self.variables(turn, catalog) }).to_string()
    }
}
