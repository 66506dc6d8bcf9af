//! One SeaORM model per table, nothing else.
//!
//! Tables are described in the order in which rows may be inserted: a table stands after those it refers to.

pub mod ids;
pub mod kinds;

pub mod api_key;
pub mod award;
pub mod award_category;
pub mod award_ceremony;
pub mod change;
pub mod character;
pub mod character_text;
pub mod chart;
pub mod chart_entry;
pub mod claim;
pub mod claim_hop;
pub mod claim_season;
pub mod claim_value;
pub mod claim_value_member;
pub mod contradiction;
pub mod contradiction_ground;
pub mod contradiction_side;
pub mod contradiction_side_claim;
pub mod credit;
pub mod dataset;
pub mod episode;
pub mod external_id;
pub mod fact_source;
pub mod forecast;
pub mod idempotency_key;
pub mod image;
pub mod import_reject;
pub mod import_run;
pub mod merged_into;
pub mod name;
pub mod nomination;
pub mod nomination_recipient;
pub mod origin;
pub mod outlet;
pub mod outlet_alias;
pub mod outlook;
pub mod person;
pub mod platform;
pub mod platform_check;
pub mod rating;
pub mod report;
pub mod resolution;
pub mod search_gram;
pub mod search_key;
pub mod season;
pub mod show;
pub mod show_country;
pub mod show_genre;
pub mod show_platform;
pub mod show_source;
pub mod show_text;
pub mod slug_alias;
pub mod source_work;
pub mod source_work_author;
pub mod term;
pub mod track_record;

/// Calls a macro with every table, parents before children.
///
/// `each_table!(visit)` expands to `visit! { dataset term … }`; the export, the import and the drift test walk the tables this way.
#[macro_export]
macro_rules! each_table {
    ($visit:ident) => {
        $visit! {
            dataset
            term
            platform
            person
            show
            show_country
            show_genre
            show_text
            show_platform
            source_work
            source_work_author
            show_source
            season
            episode
            character
            character_text
            credit
            award
            award_category
            award_ceremony
            nomination
            nomination_recipient
            chart
            chart_entry
            name
            search_key
            search_gram
            outlet
            outlet_alias
            report
            rating
            image
            external_id
            slug_alias
            merged_into
            origin
            claim_value
            claim_value_member
            claim
            claim_season
            claim_hop
            platform_check
            contradiction
            contradiction_side
            contradiction_side_claim
            contradiction_ground
            fact_source
            resolution
            track_record
            outlook
            forecast
            api_key
            change
            idempotency_key
            import_run
            import_reject
        }
    };
}
