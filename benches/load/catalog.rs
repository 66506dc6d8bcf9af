//! A made-up catalog of any size, always the same for the same size, as JSON Lines that `greenlight import jsonl` reads.
//!
//! A show has one to three seasons, twelve credits with their characters, four nominations and twelve reports with a claim each;
//! there are three people per show, and five years of two charts.

use std::io::{self, Write};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// Genres; a show is of two of them.
pub const GENRES: [&str; 8] = ["action", "comedy", "crime", "drama", "fantasy", "legal", "medical", "thriller"];
/// What titles are made of: so many words that a search has something to tell apart.
const WORDS: [&str; 24] = [
    "Amber", "Breath", "Cinder", "Dawn", "Echo", "Ferry", "Garden", "Harbour", "Island", "Juniper", "Kite", "Lantern",
    "Meadow", "North", "Orchard", "Paper", "Quarry", "River", "Salt", "Tide", "Umber", "Valley", "Winter", "Yonder",
];
const CAST: u64 = 12;
const NOMINATIONS: u64 = 4;
const PEOPLE: u64 = 3;
const AWARDS: u64 = 20;
const CATEGORIES: u64 = 5;
const CEREMONIES: u64 = 10;
const PLATFORMS: u64 = 3;
/// When everything was recorded.
pub(crate) const MADE: &str = "2026-11-01T00:00:00Z";

/// A catalog of so many shows.
#[derive(Clone, Copy, Debug)]
pub struct Catalog {
    /// How many shows, from 1.
    pub shows: u64,
}

/// Writes lines of one table after another.
pub(crate) struct Lines<W> {
    to: W,
}

impl<W: Write> Lines<W> {
    /// Writes a row.
    pub(crate) fn row(&mut self, table: &str, row: &Value) -> io::Result<()> {
        writeln!(self.to, "{}", json!({ table: row }))
    }
}

impl Catalog {
    /// The slug of a show, from 1.
    pub fn slug(show: u64) -> String {
        format!("{}-{show}", title(show).to_lowercase().replace(' ', "-"))
    }

    /// A word out of the title of a show.
    pub fn word(show: u64) -> String {
        pick(&WORDS, mixed(show, 1)).to_lowercase()
    }

    /// Writes it all.
    pub fn write(self, to: impl Write) -> io::Result<()> {
        let mut lines = Lines { to };
        self.vocabulary(&mut lines)?;
        self.titles(&mut lines)?;
        self.seasons(&mut lines)?;
        self.cast(&mut lines)?;
        self.awards(&mut lines)?;
        self.charts(&mut lines)?;
        self.names(&mut lines)?;
        self.reports(&mut lines)?;
        self.claims(&mut lines)?;
        self.outcomes(&mut lines)?;
        lines.to.flush()
    }

    fn vocabulary<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for (id, genre) in (1..).zip(GENRES) {
            lines.row("term", &json!({"id": id, "vocabulary": "genre", "code": genre, "label": genre}))?;
        }
        lines.row("term", &json!({"id": 13, "vocabulary": "job", "code": "cast", "label": "Cast"}))?;
        for (id, slug) in (1..=PLATFORMS).zip(["netflix", "rill", "brook"]) {
            lines.row("platform", &json!({"id": id, "slug": slug, "name": slug, "country": "US"}))?;
        }
        for id in 1..=self.shows * PEOPLE {
            let row = json!({"id": id, "slug": format!("person-{id}"), "sort_key": format!("person {id}"),
                "popularity": share(id, self.shows * PEOPLE), "created_at": MADE, "updated_at": MADE});
            lines.row("person", &row)?;
        }
        Ok(())
    }

    fn titles<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for id in 1..=self.shows {
            let row = json!({"id": id, "slug": Self::slug(id), "sort_key": title(id).to_lowercase(), "format": "series",
                "original_language": if id % 2 == 0 { "en" } else { "ko" }, "premiered_on": premiere(id, 1),
                "premiered_on_precision": "day", "popularity": share(id, self.shows), "created_at": MADE, "updated_at": MADE});
            lines.row("show", &row)?;
        }
        for id in 1..=self.shows {
            let country = if id % 2 == 0 { "US" } else { "KR" };
            lines.row("show_country", &json!({"show_id": id, "country": country, "position": 1}))?;
        }
        for id in 1..=self.shows {
            for genre in [id % 8 + 1, (id + 1 + id / 8 % 7) % 8 + 1] {
                lines.row(
                    "show_genre",
                    &json!({"show_id": id, "genre_id": genre, "popularity": share(id, self.shows)}),
                )?;
            }
        }
        for id in 1..=self.shows {
            let row = json!({"id": id, "show_id": id, "platform_id": id % PLATFORMS + 1, "role": "original"});
            lines.row("show_platform", &row)?;
        }
        Ok(())
    }

    fn seasons<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for (id, (show, number)) in (1_u64..).zip(self.all_seasons()) {
            let on = premiere(show, number);
            let row = json!({"id": id, "show_id": show, "number": number, "premiered_on": on, "premiered_on_precision": "day",
                "completed_on": on, "completed_on_precision": "day", "episode_count": 8});
            lines.row("season", &row)?;
        }
        Ok(())
    }

    /// Every show with the number of each of its seasons.
    pub(crate) fn all_seasons(self) -> impl Iterator<Item = (u64, u64)> {
        (1..=self.shows).flat_map(|show| (1..=seasons(show)).map(move |number| (show, number)))
    }

    fn cast<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for id in 1..=self.shows * CAST {
            let show = (id - 1) / CAST + 1;
            lines.row("character", &json!({"id": id, "slug": format!("character-{id}"), "show_id": show}))?;
        }
        for id in 1..=self.shows * CAST {
            let (show, place) = ((id - 1) / CAST + 1, (id - 1) % CAST + 1);
            let row = json!({"id": id, "show_id": show, "season_number": 1, "person_id": mixed(id, 2) % (self.shows * PEOPLE) + 1,
                "job_id": 13, "character_id": id, "position": place, "billing": if place < 5 { "main" } else { "supporting" },
                "state": "credited"});
            lines.row("credit", &row)?;
        }
        Ok(())
    }

    fn awards<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for id in 1..=AWARDS {
            lines.row("award", &json!({"id": id, "slug": format!("award-{id}"), "country": "US"}))?;
        }
        for id in 1..=AWARDS * CATEGORIES {
            let weight = one_of(&["series", "craft", "newcomer"], id);
            let award = (id - 1) / CATEGORIES + 1;
            let row = json!({"id": id, "award_id": award, "code": format!("category-{id}"), "weight_class": weight});
            lines.row("award_category", &row)?;
        }
        for id in 1..=AWARDS * CEREMONIES {
            let year = 2016 + id % CEREMONIES + 1;
            let on = format!("{year}-05-05");
            let award = (id - 1) / CEREMONIES + 1;
            let row = json!({"id": id, "award_id": award, "edition": id % CEREMONIES + 1, "year": year, "announced_on": on, "held_on": on});
            lines.row("award_ceremony", &row)?;
        }
        for id in 1..=self.shows * NOMINATIONS {
            let (show, award) = ((id - 1) / NOMINATIONS + 1, mixed(id, 3) % AWARDS);
            let row = json!({"id": id, "award_ceremony_id": award * CEREMONIES + mixed(id, 4) % CEREMONIES + 1,
                "award_category_id": award * CATEGORIES + mixed(id, 5) % CATEGORIES + 1,
                "result": if id % 4 == 0 { "won" } else { "nominated" }, "show_id": show});
            lines.row("nomination", &row)?;
        }
        Ok(())
    }

    /// Every week ten seasons in each of two charts: those that began lately, else any.
    fn charts<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for (id, stratum) in [(1, "non_english"), (2, "english")] {
            let row = json!({"id": id, "slug": format!("chart-{id}"), "name": format!("Top 10, {stratum}"), "platform_id": 1,
                "stratum": stratum, "metric": "hours"});
            lines.row("chart", &row)?;
        }
        let mut id = 0;
        for week in 0..280_u64 {
            let monday = day(2021, 7, 5) + Days::new(7 * week);
            let lately =
                |(show, number): &(u64, u64)| (-6..35).contains(&(monday - premiere(*show, *number)).num_days());
            let fresh: Vec<_> = self.all_seasons().filter(lately).collect();
            for chart in [1, 2] {
                let own = fresh.iter().copied().filter(|(show, _)| show % PLATFORMS == 0 && show % 2 == chart - 1);
                let any = (0..).map(|rank| (mixed(week * 20 + chart * 10 + rank, 6) % self.shows + 1, 1));
                for (rank, (show, season)) in (1_u64..=10).zip(own.chain(any)) {
                    id += 1;
                    let row = json!({"id": id, "chart_id": chart, "week": monday, "rank": rank, "show_id": show,
                        "season_number": season, "hours_viewed": (11 - rank) * 5_000_000, "label": format!("{}: Season {season}", title(show))});
                    lines.row("chart_entry", &row)?;
                }
            }
        }
        Ok(())
    }

    fn names<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        let shows = (1..=self.shows).map(|id| ("show_id", id, title(id)));
        let people =
            (1..=self.shows * PEOPLE).map(|id| ("person_id", id, format!("{} {id}", pick(&WORDS, mixed(id, 7)))));
        let characters = (1..=self.shows * CAST).map(|id| ("character_id", id, pick(&WORDS, mixed(id, 8)).to_owned()));
        let awards = (1..=AWARDS).map(|id| ("award_id", id, format!("Award {id}")));
        let categories = (1..=AWARDS * CATEGORIES).map(|id| ("award_category_id", id, format!("Category {id}")));
        let all = shows.chain(people).chain(characters).chain(awards).chain(categories);
        for (id, (of, key, text)) in (1_u64..).zip(all) {
            let row = json!({"id": id, of: key, "text": text, "sort_key": text.to_lowercase(), "locale": "en", "kind": "display",
                "is_primary": true});
            lines.row("name", &row)?;
        }
        Ok(())
    }
}

/// What a show is called.
pub(crate) fn title(show: u64) -> String {
    format!("{} {} {show}", pick(&WORDS, mixed(show, 1)), pick(&WORDS, mixed(show, 11)))
}

/// How many seasons a show has, 1..3.
pub(crate) fn seasons(show: u64) -> u64 {
    1 + mixed(show, 12) % 3
}

/// Seasons follow one another after 400 days; the last came out at most three years before the end of 2026.
pub(crate) fn premiere(show: u64, number: u64) -> NaiveDate {
    let last = day(2026, 9, 1) - Days::new(mixed(show, 13) % 1_000);
    last - Days::new(400 * (seasons(show) - number))
}

/// A day that is.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// From 1 for the first down to 0.
#[expect(clippy::cast_precision_loss, reason = "no catalog is that large")]
fn share(place: u64, of: u64) -> f64 {
    1.0 - (place - 1) as f64 / of as f64
}

fn pick<'a>(words: &[&'a str], number: u64) -> &'a str {
    let place = usize::try_from(number).unwrap_or_default() % words.len();
    words.get(place).copied().unwrap_or_default()
}

/// The words in turn.
pub fn one_of(words: &[&'static str], number: u64) -> &'static str {
    let place = number.checked_rem(words.len() as u64).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| words.get(place)).copied().unwrap_or_default()
}

/// A number that looks random and is always the same: one step of splitmix64.
pub fn mixed(number: u64, stream: u64) -> u64 {
    let mut z = number.wrapping_add(stream << 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
