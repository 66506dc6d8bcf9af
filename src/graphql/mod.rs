//! The schema: thin, one file per domain type with its root fields.
#![expect(clippy::unused_async, reason = "a resolver is async, whether or not it waits")]
#![expect(clippy::too_many_arguments, reason = "a resolver has the arguments of its field")]
#![expect(
    clippy::doc_link_with_quotes,
    clippy::doc_markdown,
    reason = "comments on fields are published: they show GraphQL"
)]

mod adaptation;
mod as_of;
mod award;
mod award_category;
mod award_ceremony;
mod award_summary;
mod by;
mod character;
mod chart;
mod chart_entry;
mod chart_run;
mod claim;
mod claim_filter;
mod claim_kind;
mod claim_value;
mod contradiction;
mod corroboration;
mod credit;
mod dataset;
mod decision;
mod episode;
mod error;
mod external_id;
mod filter;
mod forecast_snapshot;
mod id;
mod image;
mod links;
mod localized_text;
mod milestone;
mod name;
mod node;
mod nomination;
mod nomination_filter;
mod origin;
mod outlet;
mod outlook;
mod outlook_filter;
mod outlook_list;
mod outlook_plan;
mod outlooks;
mod page;
mod person;
mod person_filter;
mod plan;
mod platform;
mod platform_check;
mod provenance;
mod rating;
mod reference;
mod relay;
mod reliability;
mod renewal;
mod renewal_answer;
mod renewal_history;
mod renewal_item;
mod renewal_words;
mod report;
mod report_filter;
mod resolution;
mod scalars;
pub mod schema;
mod search;
mod search_hit;
mod season;
mod season_cast;
pub mod server;
mod show;
mod show_detail;
mod show_filter;
mod show_order;
mod show_platform;
mod show_query;
mod show_status;
mod source_work;
mod sourced;
mod standing;
mod term;
mod trust;
mod voucher;
mod withdrawal;
