//! How long one assessment takes: it stands on every show of a list, so it should be < 20 µs; its counterfactuals < 200 µs.
#![expect(missing_docs, reason = "criterion_group! makes a function without a comment")]

use std::hint::black_box;

use criterion::Criterion;
use criterion::criterion_group;
use criterion::criterion_main;
use greenlight::renewal::Parameters;
use greenlight::renewal::assess;
use greenlight::renewal::counterfactuals;
use greenlight::renewal::examples;

fn assessment(criterion: &mut Criterion) {
    let (case, parameters) = (examples::trauma_code(), Parameters::rc1());
    criterion.bench_function("assess", |bench| bench.iter(|| assess(black_box(&case), parameters)));
    criterion.bench_function("counterfactuals", |bench| bench.iter(|| counterfactuals(black_box(&case), parameters)));
}

criterion_group!(benches, assessment);
criterion_main!(benches);
