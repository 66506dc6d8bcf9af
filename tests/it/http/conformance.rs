//! All audits of npm's `graphql-http`, against the real schema.

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use greenlight::graphql::{schema, server::About};

use crate::support::server::{TestServer, settings};

#[test]
fn all_61_audits_of_graphql_over_http_pass() {
    let folder = match prepared() {
        Ok(folder) => folder,
        Err(why) => {
            assert!(env::var_os("REQUIRE_NODE").is_none(), "{why}");
            writeln!(std::io::stderr(), "SKIPPED the audits of GraphQL over HTTP: {why}").unwrap();
            return;
        }
    };
    let schema = schema::build(About::default());
    let sdl = schema::sdl(&schema);
    let server = TestServer::start(&settings(), schema, sdl);
    let url = format!("http://{}/graphql", server.address);
    let output = Command::new("node").arg("audit.mjs").arg(url).current_dir(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("61 of 61"), "{said}");
}

/// A folder with the script and its packages, installed once.
fn prepared() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut changed = false;
    for name in ["package.json", "package-lock.json", ".npmrc", "audit.mjs"] {
        let wanted = fs::read(source.join(name)).map_err(|error| format!("{name}: {error}"))?;
        if fs::read(folder.join(name)).ok().as_ref() != Some(&wanted) {
            fs::write(folder.join(name), wanted).map_err(|error| error.to_string())?;
            changed = true;
        }
    }
    run(&folder, "node", &["--version"])?;
    if changed || !folder.join("node_modules/graphql-http").exists() {
        run(&folder, "npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])?;
    }
    Ok(folder)
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("{program} failed: {}", String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(format!("{program} cannot be run: {error}")),
    }
}
