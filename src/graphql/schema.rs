//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject, SDLExportOptions, ValidationMode};

use crate::graphql::award::AwardQuery;
use crate::graphql::character::CharacterQuery;
use crate::graphql::chart::ChartQuery;
use crate::graphql::claim::ClaimQuery;
use crate::graphql::contradiction::ContradictionQuery;
use crate::graphql::external_id::LookupQuery;
use crate::graphql::node::NodeQuery;
use crate::graphql::nomination::NominationQuery;
use crate::graphql::outlet::OutletQuery;
use crate::graphql::outlook_list::OutlookQuery;
use crate::graphql::person::PersonQuery;
use crate::graphql::platform::PlatformQuery;
use crate::graphql::report::ReportQuery;
use crate::graphql::search::SearchQuery;
use crate::graphql::search_hit::SearchHit;
use crate::graphql::server::{About, ServerQuery};
use crate::graphql::show_query::ShowQuery;
use crate::graphql::source_work::SourceWorkQuery;
use crate::graphql::sourced::Sourced;
use crate::graphql::term::TermQuery;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    AwardQuery,
    CharacterQuery,
    ChartQuery,
    ClaimQuery,
    ContradictionQuery,
    LookupQuery,
    NodeQuery,
    NominationQuery,
    PersonQuery,
    PlatformQuery,
    SearchQuery,
    OutletQuery,
    OutlookQuery,
    ReportQuery,
    ServerQuery,
    ShowQuery,
    SourceWorkQuery,
    TermQuery,
);

/// Builds the schema without limits and without validation: both stand in `gate`, before execution.
pub fn build(about: About) -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription)
        .validation_mode(ValidationMode::Fast)
        .limit_recursive_depth(usize::MAX)
        .data(about)
        .register_output_type::<SearchHit>()
        .register_output_type::<Sourced>()
        .finish()
}

/// The schema as it is published: sorted, so that a difference shows what changed and nothing else.
pub fn sdl(schema: &Schema) -> String {
    let sorted = SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items();
    schema.sdl_with_options(
        sorted.include_specified_by().use_space_ident().indent_width(2).prefer_single_line_descriptions(),
    )
}
