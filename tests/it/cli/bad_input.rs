//! Lines that are wrong: the message says where and what, and nothing is written.

use std::io::{BufReader, Cursor, Read};
use std::sync::mpsc;

use greenlight::importers::jsonl::{ImportError, Problem, Source, import};

use crate::support::world::{With, World, on_both};

const GOOD: &str = "{\"platform\":{\"id\":71,\"slug\":\"tvn\",\"name\":\"tvN\"}}\n";

/// The line, the field and the problem that an import of `lines` fails with; checks that it wrote nothing.
async fn refused(world: &World, lines: &str) -> (u64, Option<String>, Problem) {
    let before = world.exported().await;
    let source = Source::reader("rows.jsonl", Cursor::new(lines.to_owned()));
    let error = import(world.write(), [source]).await.unwrap_err();
    assert_eq!(world.exported().await, before, "something was written");
    let said = error.to_string();
    assert!(said.starts_with("rows.jsonl, line ") && said.ends_with("; nothing was imported"), "{said}");
    match error {
        ImportError::Line { line, field, problem, .. } => (line, field, problem),
        other => panic!("{other}"),
    }
}

const BEHIND: &str = "{\"term\":{\"id\":71,\"vocabulary\":\"job\",\"code\":\"x\",\"label\":\"X\"}}\n";

/// As [`refused`], for one bad line between good ones.
async fn second(world: &World, line: &str) -> (Option<String>, Problem) {
    let (number, field, problem) = refused(world, &format!("{GOOD}{line}\n{BEHIND}")).await;
    assert_eq!(number, 2, "{problem}");
    (field, problem)
}

#[test]
fn a_line_that_is_no_row_is_named() {
    on_both(With::Nothing, async |world| {
        assert!(matches!(second(&world, "[]").await, (None, Problem::NotJson(_))));
        assert!(matches!(second(&world, "{").await, (None, Problem::NotJson(_))));
        assert_eq!(second(&world, "{}").await, (None, Problem::NotARow));
        assert_eq!(second(&world, r#"{"shwo":{}}"#).await, (None, Problem::UnknownTable("shwo".into())));
        assert_eq!(second(&world, r#"{"api_key":{}}"#).await, (None, Problem::OwnTable("api_key".into())));
        let long = format!("{{\"platform\":{{\"name\":\"{}\"}}}}", "x".repeat(17 * 1024 * 1024));
        assert!(matches!(second(&world, &long).await, (None, Problem::TooLong(_))));
    });
}

#[test]
fn a_field_that_is_wrong_is_named() {
    on_both(With::Nothing, async |world| {
        let platform = |fields: &str| format!(r#"{{"platform":{{"id":72,"slug":"mbc"{fields}}}}}"#);
        let (field, problem) = second(&world, &platform(r#","name":"MBC","nmae":"MBC""#)).await;
        assert_eq!((field.as_deref(), problem), (Some("nmae"), Problem::UnknownColumn("platform".into())));
        let (field, problem) = second(&world, &platform("")).await;
        assert_eq!((field.as_deref(), problem), (Some("name"), Problem::Missing));
        let (field, problem) = second(&world, &platform(r#","name":7"#)).await;
        assert!(field.as_deref() == Some("name") && problem.to_string().contains("expected a string"), "{problem}");
        let (field, problem) = second(&world, &platform(r#","name":"M\u0000""#)).await;
        assert_eq!((field.as_deref(), problem), (Some("name"), Problem::Nul));
        let (field, problem) = second(&world, &platform(r#","name":"M","name":"N""#)).await;
        assert_eq!((field.as_deref(), problem), (Some("name"), Problem::GivenTwice));
        let term = r#"{"term":{"id":1,"vocabulary":"sport","code":"x","label":"X"}}"#;
        let (field, problem) = second(&world, term).await;
        assert!(field.as_deref() == Some("vocabulary") && problem.to_string().contains("`genre`"), "{problem}");
    });
}

#[test]
fn a_row_that_the_tables_refuse_is_named() {
    on_both(With::Nothing, async |world| {
        let taken = r#"{"platform":{"id":72,"slug":"tvn","name":"Other"}}"#;
        assert!(matches!(second(&world, taken).await, (None, Problem::Taken(_))));
        let person = |more: &str| {
            format!(
                r#"{{"person":{{"id":1,"slug":"p","sort_key":"p","popularity":1,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"{more}}}}}"#
            )
        };
        assert!(matches!(second(&world, &person(r#","birth_date":"1990-01-01""#)).await, (None, Problem::Refused(_))));
        let orphan = r#"{"character":{"id":1,"slug":"c","show_id":9}}"#;
        let (field, problem) = second(&world, orphan).await;
        assert!(field.as_deref() == Some("show_id") && matches!(problem, Problem::NoSuchRow(_)), "{problem}");
        let term = r#"{"term":{"id":1,"vocabulary":"medium","code":"novel","label":"Novel"}}"#;
        let dangling = r#"{"source_work":{"id":1,"slug":"webtoon","medium_id":1,"derived_from_id":9}}"#;
        let (line, field, problem) = refused(&world, &format!("{term}\n{dangling}\n")).await;
        assert_eq!((line, field.as_deref()), (2, Some("derived_from_id")));
        assert!(matches!(problem, Problem::NoSuchRow(_)), "{problem}");
    });
}

#[test]
fn the_row_to_blame_is_found_among_many() {
    on_both(With::Nothing, async |world| {
        let row = |id: u32| {
            format!(
                "{{\"platform\":{{\"id\":{id},\"slug\":\"p{}\",\"name\":\"P\"}}}}\n",
                if id == 1_100 { 3 } else { id }
            )
        };
        let lines: String = (1..=1_203).map(row).collect();
        let (line, field, problem) = refused(&world, &lines).await;
        assert_eq!((line, field), (1_100, None));
        assert!(matches!(problem, Problem::Taken(_)), "{problem}");
    });
}

#[test]
fn the_same_key_twice_is_refused_however_far_apart() {
    on_both(With::Nothing, async |world| {
        let row = |id: u32| format!("{{\"platform\":{{\"id\":{id},\"slug\":\"p{id}\",\"name\":\"P\"}}}}\n");
        let lines: String = (1..=1_001).chain([1]).map(row).collect();
        assert_eq!(refused(&world, &lines).await, (1_002, None, Problem::SameKey));
        assert_eq!(refused(&world, &format!("{GOOD}{GOOD}")).await, (2, None, Problem::SameKey));
        let show = r#"{"show":{"id":1,"slug":"a","sort_key":"a","format":"series","popularity":1,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}}"#;
        let country = r#"{"show_country":{"show_id":1,"country":"KR","position":1}}"#;
        assert_eq!(refused(&world, &format!("{show}\n{country}\n\n{country}\n")).await, (4, None, Problem::SameKey));
    });
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    on_both(With::Starter, async |world| {
        let lines = world.exported().await;
        let cut = &lines[..lines.len() - 3];
        let (line, field, problem) = refused(&world, cut).await;
        assert_eq!((line, field), (u64::try_from(lines.lines().count()).unwrap(), None));
        assert_eq!(problem, Problem::NotJson("it ends in the middle".into()));
    });
}

/// Yields some bytes, tells that it did, and fails.
struct Broken(Cursor<String>);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(std::io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_to_its_end_writes_nothing() {
    on_both(With::Nothing, async |world| {
        let source = Source::reader("rows.jsonl", BufReader::new(Broken(Cursor::new(GOOD.to_owned()))));
        let error = import(world.write(), [source]).await.unwrap_err();
        assert_eq!(error.to_string(), "rows.jsonl cannot be read: the disk is gone; nothing was imported");
        assert_eq!(world.exported().await, "");
    });
}

/// Says when the second half of it is asked for.
struct Watched {
    text: Cursor<String>,
    half: u64,
    reached: Option<mpsc::Sender<()>>,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.text.position() >= self.half
            && let Some(reached) = self.reached.take()
        {
            reached.send(()).unwrap();
        }
        self.text.read(buffer)
    }
}

#[test]
fn an_import_that_is_dropped_in_the_middle_wrote_nothing() {
    on_both(With::Nothing, async |world| {
        let row = |id: u32| format!("{{\"platform\":{{\"id\":{id},\"slug\":\"p{id}\",\"name\":\"P\"}}}}\n");
        let lines: String = (1..=20_000).map(row).collect();
        let (reached, half_read) = mpsc::channel();
        let half = u64::try_from(lines.len() / 2).unwrap();
        let reader = Watched { text: Cursor::new(lines), half, reached: Some(reached) };
        let mut running = Box::pin(import(world.write(), [Source::reader("rows.jsonl", BufReader::new(reader))]));
        let dropped = std::future::poll_fn(|context| match running.as_mut().poll(context) {
            std::task::Poll::Ready(_) => std::task::Poll::Ready(false),
            std::task::Poll::Pending if half_read.try_recv().is_ok() => std::task::Poll::Ready(true),
            std::task::Poll::Pending => std::task::Poll::Pending,
        });
        assert!(dropped.await, "it ended before it was dropped");
        drop(running);
        assert_eq!(world.exported().await, "");
        let again = Source::reader("rows.jsonl", Cursor::new(GOOD));
        assert_eq!(import(world.write(), [again]).await.unwrap().new, 1);
    });
}
