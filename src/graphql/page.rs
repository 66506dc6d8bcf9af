//! Pages as connections: arguments, cursors, edges.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

use async_graphql::{Context, Object, OutputType, Result, SimpleObject, TypeName};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::graphql::error::bad_input;
use crate::graphql::plan::{Planned, Selection, loader};
use crate::store::list::{Brings, List, Paged, Total};
use crate::store::loader::Wave;
use crate::store::page::{End, Page, PageRequest, Position, Term};

/// Rows of a page when neither `first` nor `last` is given.
const DEFAULT_SIZE: u16 = 20;
/// Most rows of one page.
const LARGEST_SIZE: u16 = 100;

/// The four arguments of every connection.
#[derive(Clone, Debug, Default)]
pub(super) struct PageArgs {
    pub(super) first: Option<i32>,
    pub(super) after: Option<String>,
    pub(super) last: Option<i32>,
    pub(super) before: Option<String>,
}

impl PageArgs {
    pub(super) fn new(first: Option<i32>, after: Option<String>, last: Option<i32>, before: Option<String>) -> Self {
        Self { first, after, last, before }
    }

    /// The rows that are asked of `list`; cursors of another list, filter or order are refused.
    pub(super) fn request(&self, list: &impl Debug) -> Result<PageRequest> {
        let (from, size) = match (self.first, self.last) {
            (Some(_), Some(_)) => return Err(bad_input("Ask for `first` or for `last`, not for both.")),
            (None, Some(last)) => (End::Last, size("last", last)?),
            (Some(first), None) => (End::First, size("first", first)?),
            (None, None) => (End::First, DEFAULT_SIZE),
        };
        let scope = scope(list);
        let decode = |name, cursor: &Option<String>| cursor.as_ref().map(|text| decode(name, text, scope)).transpose();
        Ok(PageRequest { size, from, after: decode("after", &self.after)?, before: decode("before", &self.before)? })
    }
}

fn size(name: &str, value: i32) -> Result<u16> {
    let size = u16::try_from(value).ok().filter(|size| (1..=LARGEST_SIZE).contains(size));
    size.ok_or_else(|| bad_input(format!("`{name}` must be from 1 to {LARGEST_SIZE}; it was {value}.")))
}

/// A number that stands for a list with its filter and order: FNV-1a, so that it never changes.
pub(super) fn scope(list: &impl Debug) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{list:?}").bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

pub(super) fn encode(scope: u64, position: &Position) -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(scope, position))?))
}

fn decode(name: &str, cursor: &str, expected: u64) -> Result<Position> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok();
    let read = bytes.and_then(|bytes| serde_json::from_slice::<(u64, Position)>(&bytes).ok());
    match read {
        Some((scope, position)) if scope == expected => Ok(position),
        Some(_) => Err(bad_input(format!(
            "The cursor in `{name}` belongs to another list, filter or order. Start again without it."
        ))),
        None => Err(bad_input(format!("`{name}` is not a cursor. Send one that this server returned, or none."))),
    }
}

/// A page of rows.
pub(super) struct Connection<N> {
    scope: u64,
    rows: Vec<(Position, N)>,
    has_next: bool,
    has_previous: bool,
    total: Option<i64>,
}

/// A page of rows, in the order of the list.
#[Object(name_type)]
impl<N: OutputType> Connection<N> {
    /// Rows with their cursors.
    async fn edges(&self) -> Vec<Edge<'_, N>> {
        self.rows.iter().map(|(position, node)| Edge { scope: self.scope, position, node }).collect()
    }

    /// Rows without cursors, e.g. `nodes { id }`.
    async fn nodes(&self) -> Vec<&N> {
        self.rows.iter().map(|(_, node)| node).collect()
    }

    /// Where this page lies in the list.
    async fn page_info(&self) -> Result<PageInfo> {
        PageInfo::of(self.scope, &self.rows, self.has_next, self.has_previous)
    }

    /// Rows of the whole list, not of this page; exact, e.g. 8.
    async fn total_count(&self) -> Result<i32> {
        let total = self.total.ok_or("the total of a connection is loaded where it is selected")?;
        Ok(i32::try_from(total)?)
    }
}

impl<N: OutputType> TypeName for Connection<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", <N as OutputType>::type_name()).into()
    }
}

/// A row with its cursor.
pub(super) struct Edge<'a, N> {
    scope: u64,
    position: &'a Position,
    node: &'a N,
}

/// A row with its cursor.
#[Object(name_type)]
impl<N: OutputType> Edge<'_, N> {
    /// Where the row stands; opaque, bound to filter and order, for `after` and `before`.
    async fn cursor(&self) -> Result<String> {
        encode(self.scope, self.position)
    }

    /// The row.
    async fn node(&self) -> &N {
        self.node
    }
}

impl<N: OutputType> TypeName for Edge<'_, N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", <N as OutputType>::type_name()).into()
    }
}

/// Where a page lies.
#[derive(Debug, SimpleObject)]
pub(super) struct PageInfo {
    /// More rows after this page.
    has_next_page: bool,
    /// More rows before this page.
    has_previous_page: bool,
    /// Cursor of the first row; null = the page is empty.
    start_cursor: Option<String>,
    /// Cursor of the last row; null = the page is empty.
    end_cursor: Option<String>,
}

impl PageInfo {
    /// Where rows with these positions lie.
    pub(super) fn of<R>(scope: u64, rows: &[(Position, R)], has_next: bool, has_previous: bool) -> Result<Self> {
        let cursor = |row: Option<&(Position, R)>| row.map(|(position, _)| encode(scope, position)).transpose();
        Ok(Self {
            has_next_page: has_next,
            has_previous_page: has_previous,
            start_cursor: cursor(rows.first())?,
            end_cursor: cursor(rows.last())?,
        })
    }
}

/// A page of `list` under `parent`, as planned.
pub(super) async fn connection<N, L>(
    ctx: &Context<'_>,
    list: L,
    parent: L::Parent,
    args: PageArgs,
) -> Result<Connection<N>>
where
    L: List<Row: Brings<N::Row>>,
    N: From<Arc<N::Row>> + Planned,
{
    let page = args.request(&list)?;
    let loader = loader(ctx)?;
    let total = if ctx.look_ahead().field("totalCount").exists() {
        Some(*loader.fetch(&Total(list.clone()), parent).await?)
    } else {
        None
    };
    let read = loader.fetch(&Paged { list: list.clone(), page }, parent).await?;
    Ok(connection_of(&list, &read, total))
}

/// The connection of a page that was read; `list` says to which list its cursors belong.
pub(super) fn connection_of<N, Row>(list: &impl Debug, page: &Page<Row>, total: Option<i64>) -> Connection<N>
where
    Row: Brings<N::Row>,
    N: From<Arc<N::Row>> + Planned,
{
    let rows = page.rows.iter().map(|(position, row)| (position.clone(), N::from(row.brought()))).collect();
    Connection { scope: scope(list), rows, has_next: page.has_next, has_previous: page.has_previous, total }
}

/// A page cut out of all `rows` of a short list; cursors are bound to `list`.
pub(super) fn cut<N>(
    list: &impl Debug,
    args: &PageArgs,
    rows: Vec<Arc<N::Row>>,
    terms: &[Term<N::Row>],
) -> Result<Connection<N>>
where
    N: From<Arc<N::Row>> + Planned,
{
    let total = Some(i64::try_from(rows.len())?);
    let page = Page::cut(rows.into_iter(), &args.request(list)?, terms);
    let rows = page.rows.into_iter().map(|(position, row)| (position, N::from(row))).collect();
    Ok(Connection { scope: scope(list), rows, has_next: page.has_next, has_previous: page.has_previous, total })
}

/// A page of a list of the whole catalog: plans the selection below it first.
pub(super) async fn root_connection<N, L>(ctx: &Context<'_>, list: L, args: PageArgs) -> Result<Connection<N>>
where
    L: List<Parent = (), Row: Brings<N::Row>>,
    N: From<Arc<N::Row>> + Planned,
{
    let mut wave = Wave::default();
    Selection::of(ctx).page::<N, L>(list.clone(), &args, &[()], &mut wave);
    loader(ctx)?.run(wave).await?;
    connection(ctx, list, (), args).await
}
