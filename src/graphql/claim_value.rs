//! What is claimed, in a typed form.

use std::sync::Arc;

use ::entity::ids::ClaimValueId;
use ::entity::kinds::ValueKind;
use ::entity::{chart_entry, claim_value, credit, name, nomination, show, show_source};
use async_graphql::{Context, Description, Object, Result, SimpleObject, Union};

use crate::graphql::adaptation::Adaptation;
use crate::graphql::chart_entry::ChartEntry;
use crate::graphql::credit::Credit;
use crate::graphql::name::Name;
use crate::graphql::nomination::Nomination;
use crate::graphql::plan::{Selection, loader, row, row_if};
use crate::graphql::scalars::PartialDate;
use crate::graphql::show::Show;
use crate::store::claim_value::MembersOfValue;
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;

/// What is claimed, in a typed form; objects of the catalog stand for themselves.
#[derive(Clone, Debug, Union)]
pub(super) enum ClaimValue {
    /// A date.
    Date(DateValue),
    /// A figure.
    Number(NumberValue),
    /// A number of awards.
    Count(CountValue),
    /// Words.
    Text(TextValue),
    /// A spelling.
    Name(Name),
    /// Who did what.
    Credit(Credit),
    /// An award or a nomination.
    Nomination(Nomination),
    /// A chart position.
    ChartEntry(ChartEntry),
    /// That a show was adapted from a work.
    Adaptation(Adaptation),
    /// A show.
    Show(Show),
}

/// A date.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct DateValue {
    /// The day, month or year, e.g. 2025-09-23.
    date: PartialDate,
}

/// A figure with its unit.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct NumberValue {
    /// How much, e.g. 32600000.
    amount: f64,
    /// Of what, e.g. hours, countries or episodes; null = a bare number.
    unit: Option<String>,
}

/// Words.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct TextValue {
    /// As written, e.g. former combat medic.
    text: String,
}

/// A number of things that only means something with its members.
#[derive(Clone, Debug, Description)]
pub(super) struct CountValue(Arc<claim_value::Model>);

#[Object(use_type_description)]
impl CountValue {
    /// What the number is called, e.g. triple crown.
    async fn label(&self) -> &str {
        self.0.text.as_deref().unwrap_or("count")
    }

    /// How many, from 0, e.g. 3.
    async fn count(&self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "a count is a small whole number, and the cast saturates")]
        let count = self.0.amount.unwrap_or(0.0).round() as i32;
        count
    }

    /// What the report counts; fewer than `count` = it does not name all.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Nomination>> {
        let members = loader(ctx)?.fetch(&MembersOfValue, self.0.id).await?;
        let mut nominations = Vec::with_capacity(members.len());
        for member in members.iter() {
            nominations.push(Nomination::from(row::<nomination::Entity>(ctx, *member).await?));
        }
        Ok(nominations)
    }
}

impl Selection {
    /// Plans the typed values under these keys.
    pub(super) fn values(&self, keys: impl Iterator<Item = ClaimValueId>, wave: &mut Wave) {
        if !self.has("value") {
            return;
        }
        let below = self.under("value");
        wave.want(ByKey::<claim_value::Entity>::new(), keys.collect(), move |values, wave| {
            let values: Vec<_> = values.iter().filter_map(|value| (**value).clone()).collect();
            below.catalog_objects(&values, wave);
            let counts: Vec<_> = values.iter().filter(|value| value.kind == ValueKind::Count).map(|v| v.id).collect();
            if below.has("members") {
                let members = below.under("members");
                wave.want(MembersOfValue, counts, move |lists, wave| {
                    let keys = lists.iter().flat_map(|keys| keys.iter().copied()).collect();
                    members.rows_by_key::<Nomination, nomination::Entity>(keys, wave);
                });
            }
        });
    }

    /// Plans the objects of the catalog that values refer to.
    fn catalog_objects(&self, values: &[Arc<claim_value::Model>], wave: &mut Wave) {
        let names: Vec<_> = values.iter().filter_map(|value| value.name_id).collect();
        wave.want_leaf(ByKey::<name::Entity>::new(), names.clone());
        self.provenance(names.into_iter().map(Sourced::Name), wave);
        let credits = values.iter().filter_map(|value| value.credit_id).collect();
        self.clone().rows_by_key::<Credit, credit::Entity>(credits, wave);
        let nominations = values.iter().filter_map(|value| value.nomination_id).collect();
        self.clone().rows_by_key::<Nomination, nomination::Entity>(nominations, wave);
        let entries = values.iter().filter_map(|value| value.chart_entry_id).collect();
        self.clone().rows_by_key::<ChartEntry, chart_entry::Entity>(entries, wave);
        let adaptations = values.iter().filter_map(|value| value.show_source_id).collect();
        self.clone().rows_by_key::<Adaptation, show_source::Entity>(adaptations, wave);
        let shows = values.iter().filter_map(|value| value.show_id).collect();
        self.clone().rows_by_key::<Show, show::Entity>(shows, wave);
    }
}

/// The typed value under a key, as planned; null = the words say all.
pub(super) async fn value(ctx: &Context<'_>, key: Option<ClaimValueId>) -> Result<Option<ClaimValue>> {
    let Some(value) = row_if::<claim_value::Entity>(ctx, key).await? else { return Ok(None) };
    Ok(match value.kind {
        ValueKind::Date => {
            PartialDate::known(value.date, value.date_precision).map(|date| ClaimValue::Date(DateValue { date }))
        }
        ValueKind::Number => {
            value.amount.map(|amount| ClaimValue::Number(NumberValue { amount, unit: value.unit.clone() }))
        }
        ValueKind::Count => Some(ClaimValue::Count(CountValue(value))),
        ValueKind::Text => value.text.clone().map(|text| ClaimValue::Text(TextValue { text })),
        ValueKind::Reference => reference(ctx, &value).await?,
    })
}

/// The object of the catalog that a value refers to.
async fn reference(ctx: &Context<'_>, value: &claim_value::Model) -> Result<Option<ClaimValue>> {
    Ok(if let Some(key) = value.name_id {
        Some(ClaimValue::Name(Name::from(row::<name::Entity>(ctx, key).await?)))
    } else if let Some(key) = value.credit_id {
        Some(ClaimValue::Credit(row::<credit::Entity>(ctx, key).await?.into()))
    } else if let Some(key) = value.nomination_id {
        Some(ClaimValue::Nomination(row::<nomination::Entity>(ctx, key).await?.into()))
    } else if let Some(key) = value.chart_entry_id {
        Some(ClaimValue::ChartEntry(row::<chart_entry::Entity>(ctx, key).await?.into()))
    } else if let Some(key) = value.show_source_id {
        Some(ClaimValue::Adaptation(row::<show_source::Entity>(ctx, key).await?.into()))
    } else if let Some(key) = value.show_id {
        Some(ClaimValue::Show(row::<show::Entity>(ctx, key).await?.into()))
    } else {
        None
    })
}
