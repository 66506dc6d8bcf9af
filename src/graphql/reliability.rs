//! How often a source was right.

use async_graphql::{Context, Result, SimpleObject};

use crate::graphql::plan::{Selection, loader};
use crate::graphql::renewal_words::Interval;
use crate::graphql::scalars::Date;
use crate::graphql::voucher::VoucherClass;
use crate::store::as_of::AsOf;
use crate::store::loader::Wave;
use crate::store::reliability::{Judged, JudgementOf};

/// How often a source was right about whether seasons come, weighed by surprise and age. It is a Beta distribution: it starts from
/// the source's class; being right about what was unlikely adds more to it than repeating the obvious, and old outcomes
/// halve in two years. Each utterance counts once, judged by the first answered question among its seasons, or half by a
/// filming or release window that lapsed by more than 180 days.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub(super) struct Reliability {
    /// What had turned out by this day counts, e.g. 2025-09-23.
    as_of: Date,
    /// 0..1, mean of the Beta, e.g. 0.7.
    mean: f64,
    /// 0..1: the true share lies in it eight times in ten.
    interval80: Interval,
    /// First shape of the Beta, above 0: what it got right, with what its class starts from, e.g. 5.8.
    alpha: f64,
    /// Second shape of the Beta, above 0: what it got wrong, with what its class starts from, e.g. 2.5.
    beta: f64,
    /// The class that it starts from: an outlet from OUTLET_INSIDER; a person from that in which they last vouched for something,
    /// else from what they do: CREATOR, DIRECTOR or CAST.
    class: VoucherClass,
    /// 0..1, mean of a source of that class without a record, e.g. 0.7.
    class_mean: f64,
    /// Utterances that had turned out, e.g. 3.
    resolved: i32,
    /// Of those, how many were right.
    right: i32,
    /// Of those, how many were wrong.
    wrong: i32,
}

impl Selection {
    /// Plans how reliable sources were.
    pub(super) fn reliabilities(&self, of: &[Judged], wave: &mut Wave) {
        for (arguments, _) in self.uses("reliability") {
            wave.want_leaf(JudgementOf { as_of: arguments.as_of() }, of.to_vec());
        }
    }
}

/// How reliable a source was on a day, as planned.
pub(super) async fn reliability(ctx: &Context<'_>, of: Judged, as_of: AsOf) -> Result<Reliability> {
    let judgement = *loader(ctx)?.fetch(&JudgementOf { as_of }, of).await?;
    let judgement = judgement.ok_or("a source is judged where it is asked")?;
    let known = judgement.reliability;
    Ok(Reliability {
        as_of: Date(as_of.day()),
        mean: known.mean().value(),
        interval80: known.interval80().into(),
        alpha: known.alpha(),
        beta: known.beta(),
        class: judgement.class.into(),
        class_mean: judgement.of_class.mean().value(),
        resolved: judgement.right.saturating_add(judgement.wrong),
        right: judgement.right,
        wrong: judgement.wrong,
    })
}
