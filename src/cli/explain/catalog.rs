//! How likely a season of the catalog is, step by step.

use std::io;
use std::io::Write as _;

use ::entity::show;
use anyhow::Context as _;
use anyhow::bail;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use chrono::Utc;
use clap::Args;
use sea_orm::DatabaseConnection;
use serde_json::Value;
use serde_json::json;

use crate::cli::explain::in_words_of_the_vectors;
use crate::renewal::Naming;
use crate::renewal::Parameters;
use crate::renewal::Prose;
use crate::renewal::assess;
use crate::store::Store;
use crate::store::address::Address;
use crate::store::address::find;
use crate::store::as_of::AsOf;
use crate::store::evidence::Evidence;
use crate::store::evidence::EvidenceOf;
use crate::store::evidence::Question;
use crate::store::evidence::ShowEvidence;
use crate::store::evidence::Trust;
use crate::store::evidence::next_season;
use crate::store::evidence::node;
use crate::store::list::Whole;
use crate::store::loader::Relation as _;
use crate::store::name::Named;
use crate::store::name::display;
use crate::store::node::NodeKey;
use crate::store::season::SeasonsOfShow;
use crate::store::subject::RowsOf;

/// A season of the catalog, and how to look at it.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// Which show, by its slug, e.g. the-trauma-code-heroes-on-call
    #[arg(value_name = "SLUG", required_unless_present = "case", conflicts_with = "case")]
    show: Option<String>,
    /// Target season; the one after the last complete one when none is named
    #[arg(long, value_name = "N", conflicts_with = "case")]
    season: Option<i32>,
    /// Only what was knowable by this day, e.g. 2025-09-24; today when none is named
    #[arg(long, value_name = "DAY", conflicts_with = "case")]
    as_of: Option<NaiveDate>,
    /// Claims, reports, origins or outlets to leave out: global ids, or e.g. Claim:16
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "case")]
    without: Vec<String>,
    /// Print one JSON object instead of text
    #[arg(long, conflicts_with = "case")]
    json: bool,
}

/// Prints the assessment of a season of the database at `url`.
pub(super) async fn run(asked: &Asked, url: &str) -> anyhow::Result<()> {
    let store = Store::open(url, 1).await?;
    let explained = explain(asked, &store.read).await;
    store.close().await?;
    match writeln!(io::stdout(), "{}", explained?) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

async fn explain(asked: &Asked, db: &DatabaseConnection) -> anyhow::Result<String> {
    let as_of = asked.as_of.unwrap_or_else(|| Utc::now().date_naive());
    let slug = asked.show.as_deref().unwrap_or_default();
    let show = find::<show::Entity>(db, &Address::Slug(slug.to_owned())).await?;
    let show = show.with_context(|| format!("no show has the slug {slug:?}: use the one in its address"))?;
    let question = Question { show: show.id, season: season(asked, db, &show, as_of).await? };
    let without = asked.without.iter().map(|id| key(id)).collect::<anyhow::Result<_>>()?;
    let how = EvidenceOf { as_of: AsOf::Day(as_of), without, trust: Trust::default() };
    let held = ShowEvidence.load(db, &[show.id]).await?.remove(&show.id).unwrap_or_default();
    let evidence = held.evidence(question, &how)?;
    let evidence = evidence.with_context(|| not_open(question.season, as_of))?;
    let naming = naming(&evidence, title(db, &show).await?);
    Ok(if asked.json { as_json(&evidence, &naming).to_string() } else { as_text(&evidence, &naming) })
}

/// The season that is asked about.
async fn season(asked: &Asked, db: &DatabaseConnection, show: &show::Model, as_of: NaiveDate) -> anyhow::Result<i32> {
    if let Some(season) = asked.season {
        return Ok(season);
    }
    let seasons = Whole(SeasonsOfShow).load(db, &[show.id]).await?.remove(&show.id).unwrap_or_default();
    next_season(&seasons, as_of).with_context(|| {
        format!("no season of {} was complete on {as_of}: there is no next one to ask about", show.slug)
    })
}

fn not_open(season: i32, as_of: NaiveDate) -> String {
    format!("the question about season {season} was not open on {as_of}: the season before it was not complete")
}

async fn title(db: &DatabaseConnection, show: &show::Model) -> anyhow::Result<String> {
    let subject = Named::Show(show.id);
    let names = RowsOf::<Named>::new().load(db, &[subject]).await?.remove(&subject).unwrap_or_default();
    Ok(display(&names, &[]).map_or_else(|| show.slug.clone(), |name| name.text.clone()))
}

/// The row behind a global id or a plain one.
fn key(id: &str) -> anyhow::Result<NodeKey> {
    let decoded = URL_SAFE_NO_PAD.decode(id).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(key) = node(id).or_else(|| node(&decoded?)) else {
        bail!(
            "{id:?} names nothing that can be left out: give a global id that this server returned, or e.g. Claim:16"
        );
    };
    Ok(key)
}

fn naming(evidence: &Evidence, title: String) -> Naming {
    Naming {
        title: Prose::new(title),
        season: u16::try_from(evidence.question.season).unwrap_or(u16::MAX),
        platform: evidence.platform.clone().map(Prose::new),
        origins: evidence.origin_labels.clone(),
    }
}

fn as_text(evidence: &Evidence, naming: &Naming) -> String {
    let parameters = Parameters::rc1();
    let answer = assess(&evidence.case, parameters);
    let words = [
        naming.question(evidence.complete_on, parameters),
        naming.headline(&answer),
        naming.sentence(&answer),
        naming.citation(&answer, parameters),
    ];
    let lines = words.into_iter().chain(naming.steps(&answer));
    lines.map(|line| line.to_string()).collect::<Vec<_>>().join("\n")
}

/// The answer in the words of the test vectors, with what it answers and what its items rest on.
fn as_json(evidence: &Evidence, naming: &Naming) -> Value {
    let answer = assess(&evidence.case, Parameters::rc1());
    let sources =
        |(code, keys): (&String, &Vec<NodeKey>)| (code.clone(), json!(keys.iter().map(plain).collect::<Vec<_>>()));
    let present = answer.items().map(|item| item.code().to_string()).collect::<Vec<_>>();
    let sources = evidence.sources.iter().filter(|(code, _)| present.contains(code)).map(sources);
    let asked = json!({
        "season": evidence.question.season,
        "as_of": answer.as_of().to_string(),
        "complete_on": evidence.complete_on.to_string(),
        "checked_until": answer.last_check().to_string(),
        "question": naming.question(evidence.complete_on, Parameters::rc1()).as_str(),
        "headline": naming.headline(&answer).as_str(),
        "sentence": naming.sentence(&answer).as_str(),
        "sources": sources.collect::<serde_json::Map<_, _>>(),
    });
    let fields = |part| if let Value::Object(fields) = part { fields } else { serde_json::Map::new() };
    [in_words_of_the_vectors(&answer), asked].into_iter().flat_map(fields).collect()
}

fn plain(key: &NodeKey) -> String {
    key.to_string()
}
