//! What is said about the made-up shows: reports, claims, looks and orders.

use std::io::{self, Write};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::catalog::{Catalog, Lines, MADE, day, mixed, one_of, premiere, seasons, title};

const REPORTS: u64 = 12;
const OUTLETS: u64 = 60;

impl Catalog {
    /// Who reports, and what.
    pub(crate) fn reports<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for id in 1..=OUTLETS {
            let row = json!({"id": id, "slug": format!("outlet-{id}"), "name": format!("Outlet {id}"),
                "sort_key": format!("outlet {id}"), "kind": "entertainment_site"});
            lines.row("outlet", &row)?;
        }
        for id in 1..=self.shows * REPORTS {
            let show = (id - 1) / REPORTS + 1;
            let row = json!({"id": id, "outlet_id": mixed(id, 9) % OUTLETS + 1, "url": format!("https://example.org/{id}"),
                "title": format!("News of {}", title(show)), "language": "en", "first_seen_at": MADE, "effective_on": said_on(id),
                "is_exclusive": false, "summary": "A made-up report."});
            lines.row("report", &row)?;
        }
        Ok(())
    }

    /// Every third report breaks something; the two behind it retell it.
    pub(crate) fn claims<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for id in 1..=self.shows * REPORTS / 3 {
            let (show, first) = ((id - 1) * 3 / REPORTS + 1, id * 3 - 2);
            let row = json!({"id": id, "show_id": show, "code": format!("origin-{id}"), "label": format!("What was said, {id}"),
                "voucher_class": "outlet_insider", "voucher_name": "insiders", "voucher_outlet_id": mixed(first, 9) % OUTLETS + 1,
                "said_on": said_on(first), "said_on_precision": "day"});
            lines.row("origin", &row)?;
        }
        for id in 1..=self.shows * REPORTS {
            lines.row("claim", &claim(id))?;
        }
        for id in 1..=self.shows * REPORTS {
            let show = (id - 1) / REPORTS + 1;
            lines.row("claim_season", &json!({"claim_id": id, "season_number": seasons(show) + 1}))?;
        }
        for id in (1..=self.shows * REPORTS).filter(|id| id % 3 != 1) {
            let outlet = mixed(id, 9) % OUTLETS + 1;
            lines.row(
                "claim_hop",
                &json!({"claim_id": id, "hop": 1, "outlet_id": outlet, "report_id": id, "fidelity": 0.95}),
            )?;
        }
        Ok(())
    }

    /// Until when somebody looked, and what was ordered.
    pub(crate) fn outcomes<W: Write>(self, lines: &mut Lines<W>) -> io::Result<()> {
        for week in 0..280_u64 {
            let at = day(2021, 7, 6) + Days::new(7 * week);
            let row = json!({"id": week + 1, "channel": "Made up", "checked_at": format!("{at}T00:00:00Z"), "platform_id": 1});
            lines.row("platform_check", &row)?;
        }
        for (id, (show, season)) in (1_u64..).zip(self.all_seasons().filter(|(_, number)| *number > 1)) {
            let row = json!({"id": id, "show_id": show, "season_number": season, "outcome": "renewed",
                "resolved_on": premiere(show, season - 1) + Days::new(90), "reason": "Made up."});
            lines.row("resolution", &row)?;
        }
        Ok(())
    }
}

/// Reports of a show come one every nine days after its last season began.
fn said_on(report: u64) -> NaiveDate {
    let (show, place) = ((report - 1) / REPORTS + 1, (report - 1) % REPORTS);
    premiere(show, seasons(show)) + Days::new(20 + 9 * place)
}

fn claim(id: u64) -> Value {
    let (show, origin) = ((id - 1) / REPORTS + 1, (id - 1) / 3 + 1);
    let kind = one_of(&["decision", "production", "intent"], origin);
    json!({"id": id, "code": format!("claim-{id}"), "show_id": show, "subject_show_id": show, "report_id": id, "origin_id": origin,
        "grouping_rule": if id % 3 == 1 { "alone" } else { "same_voucher" }, "grouping_reason": "Made up.",
        "is_grouped_by_editor": false, "topic": "renewal", "kind": kind,
        "stance": if mixed(origin, 10).is_multiple_of(3) { "denies" } else { "supports" },
        "certainty": if id.is_multiple_of(2) { "probable" } else { "possible" }, "summary": "A season is being prepared.",
        "voucher_class": "outlet_insider", "voucher_name": "insiders",
        "voucher_outlet_id": mixed(origin * 3 - 2, 9) % OUTLETS + 1, "said_on": said_on(id), "said_on_precision": "day",
        "known_at": said_on(id), "recorded_at": MADE, "is_spoiler": false})
}
