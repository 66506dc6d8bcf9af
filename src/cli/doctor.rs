//! `greenlight doctor`: is everything as it should be, and if not, what to do.

mod database;

use std::fmt;
use std::io;
use std::io::Write as _;

use crate::config::Settings;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, in a word.
    pub subject: &'static str,
    /// What was found.
    pub said: String,
    /// What to do; none when it is well.
    pub advice: Option<String>,
}

impl Finding {
    fn well(subject: &'static str, said: impl Into<String>) -> Self {
        Self { subject, said: said.into(), advice: None }
    }

    fn ill(subject: &'static str, said: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { subject, said: said.into(), advice: Some(advice.into()) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.advice.is_some() { "PROBLEM" } else { "ok" };
        write!(formatter, "{state:<8}{:<14}{}", self.subject, self.said)?;
        self.advice.iter().try_for_each(|advice| write!(formatter, "\n{:22}what to do: {advice}", ""))
    }
}

/// Prints every finding; fails when there is a problem.
pub async fn run(settings: &Settings, repair: bool) -> anyhow::Result<()> {
    if repair {
        let names = database::repair(&settings.database_url).await?;
        writeln!(io::stdout(), "{names} names put into the search index")?;
    }
    let findings = examine(settings).await;
    for finding in &findings {
        writeln!(io::stdout(), "{finding}")?;
    }
    let problems = findings.iter().filter(|finding| finding.advice.is_some()).count();
    anyhow::ensure!(problems == 0, "{problems} of {} findings are problems", findings.len());
    Ok(())
}

/// Looks at everything and changes nothing; what depends on something that is ill is left out.
pub async fn examine(settings: &Settings) -> Vec<Finding> {
    let mut findings = configuration(settings);
    findings.extend(database::examine(&settings.database_url).await);
    let limit =
        |limit: crate::config::Limit| Finding::well("limit", format!("{} {} {}", limit.code, limit.value, limit.unit));
    findings.extend(settings.limits.all().into_iter().map(limit));
    findings
}

fn configuration(settings: &Settings) -> Vec<Finding> {
    let Settings { host, port, .. } = settings;
    let workers =
        settings.workers.map_or_else(|| "one worker per core".to_owned(), |number| format!("{number} workers"));
    let mut findings = vec![
        Finding::well("version", env!("CARGO_PKG_VERSION")),
        Finding::well("configuration", format!("listens on {host}:{port}, {workers}")),
        Finding::well("configuration", format!("database {}", without_password(&settings.database_url))),
    ];
    if let Some(url) = settings.public_url.as_deref() {
        findings.push(public_url(url));
    }
    findings
}

fn public_url(url: &str) -> Finding {
    if url.starts_with("http://") || url.starts_with("https://") {
        return Finding::well("configuration", format!("clients reach it at {url}"));
    }
    Finding::ill(
        "configuration",
        format!("PUBLIC_URL is {url}"),
        "write a whole address, e.g. https://greenlight.example",
    )
}

/// An address that may be shown.
fn without_password(url: &str) -> String {
    let url = match url.split_once('?') {
        Some((address, query)) => {
            let harmless: Vec<_> = query.split('&').filter(|part| !part.starts_with("password=")).collect();
            format!("{address}?{}", harmless.join("&"))
        }
        None => url.to_owned(),
    };
    let Some((scheme, rest)) = url.split_once("://") else { return url };
    match rest.rsplit_once('@') {
        Some((user, place)) => format!("{scheme}://{}@{place}", user.split(':').next().unwrap_or_default()),
        None => url,
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_shown() {
        let shown = without_password("postgres://me:se:c@ret@host/name?password=secret&sslmode=require");
        assert_eq!(shown, "postgres://me@host/name?sslmode=require");
        assert_eq!(without_password("sqlite://greenlight.db?mode=rwc"), "sqlite://greenlight.db?mode=rwc");
    }
}
