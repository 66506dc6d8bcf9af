//! The saved questions of `examples/queries`, as the landing page lists them.

use rust_embed::RustEmbed;

/// The documents themselves; the playground's build reads the same files.
#[derive(RustEmbed)]
#[folder = "examples/queries"]
struct Documents;

/// A document that anyone may start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Name of its file without the ending, e.g. `02-which-claims-disagree`; the playground opens it by this.
    pub slug: String,
    /// Its first comment line, e.g. `Which claims disagree?`.
    pub title: String,
    /// Its second comment line: what the answer shows.
    pub hint: String,
    /// The whole GraphQL document, comments included.
    pub document: String,
}

impl Question {
    fn read(file: &str) -> Option<Self> {
        let document = String::from_utf8(Documents::get(file)?.data.into_owned()).ok()?;
        let mut comments = document.lines().map_while(|line| line.strip_prefix("# ").map(str::to_owned));
        let (title, hint) = (comments.next()?, comments.next()?);
        Some(Self { slug: file.strip_suffix(".graphql")?.to_owned(), title, hint, document })
    }
}

/// Every saved question, in the order of the file names.
pub fn all() -> Vec<Question> {
    let mut questions: Vec<_> = Documents::iter().filter_map(|file| Question::read(&file)).collect();
    questions.sort_by(|a, b| a.slug.cmp(&b.slug));
    questions
}
