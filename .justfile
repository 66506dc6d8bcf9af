# The verbs of this project; CI runs the same. `just` alone lists them.

[private]
default:
    @just --list --unsorted

# Run the server on the embedded database
serve *ARGS:
    cargo run --release -- {{ARGS}}

# All tests that this machine can run; says what it skipped
test *ARGS:
    cargo test --workspace {{ARGS}}

# Formatting, lints and rustdoc, as strictly as CI
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

# Licences, bans and sources of every dependency
deny:
    cargo deny --config .deny.toml check licenses bans sources

# Write schema.graphql after a change of the schema; read the difference before committing
schema:
    cargo run --quiet -- schema > schema.graphql

# Accept changed snapshots after reading them
snapshots:
    INSTA_UPDATE=always cargo test --test it

# Build the playground, so that the next build embeds it
web:
    cd web && npm ci && npm run build

# Longer runs: every property on many more cases
gate:
    PROPTEST_CASES=20000 cargo test --workspace

# Speed of the pure model: one assessment, its counterfactuals
bench:
    cargo bench --bench assess

# Speed of a whole server on a made-up catalog; e.g. --shows 20000, --against http://127.0.0.1:5000/graphql
bench-load *ARGS:
    cargo bench --bench load -- {{ARGS}}

# Everything CI does, here
ci:
    .ci/run
