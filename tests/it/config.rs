//! Settings: each once, documented, and the same in `.env.example`.

use std::{fmt::Write as _, fs, path::Path};

use clap::{CommandFactory as _, Parser};
use greenlight::{
    cli::Cli,
    config::{Limits, Settings},
};

#[derive(Parser)]
struct Only {
    #[command(flatten)]
    settings: Settings,
}

#[test]
fn the_example_file_lists_every_setting_with_its_default() {
    let mut expected =
        String::from("# Every setting of Greenlight with its default. Copy to .env and change what you like.\n");
    for setting in Only::command().get_arguments() {
        let (Some(variable), Some(help)) = (setting.get_env(), setting.get_help()) else { continue };
        let default =
            setting.get_default_values().first().map_or(String::new(), |value| value.to_string_lossy().into());
        let units = setting.get_value_names().unwrap_or_default();
        let unit = units.iter().find(|unit| unit.chars().all(|letter| letter.is_ascii_lowercase()));
        let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
        write!(expected, "\n# {help}{unit}\n# {}={default}\n", variable.to_string_lossy()).unwrap();
    }
    let wanted = Path::new(env!("CARGO_TARGET_TMPDIR")).join("env.example");
    fs::write(&wanted, &expected).unwrap();
    let found = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".env.example")).unwrap_or_default();
    assert!(found == expected, "copy {} to .env.example", wanted.display());
}

#[test]
fn every_setting_can_be_given_before_and_after_the_command() {
    Cli::command().debug_assert();
    for line in ["greenlight --port 4001 serve", "greenlight serve --port 4001", "greenlight --port 4001"] {
        let cli = Cli::try_parse_from(line.split(' ')).unwrap();
        assert_eq!(cli.settings().port, 4001, "{line}");
    }
}

#[test]
fn a_value_out_of_range_is_refused() {
    for line in [
        "greenlight --max-depth 0",
        "greenlight --max-body 2147483648",
        "greenlight --port 65536",
        "greenlight --workers 0",
    ] {
        assert!(Cli::try_parse_from(line.split(' ')).is_err(), "{line}");
    }
}

#[test]
fn the_list_of_limits_has_each_limit_with_its_value() {
    let limits = Limits { max_depth: 3, ..Limits::default() };
    let all = limits.all();
    let depth = all.iter().find(|limit| limit.code == "max_depth").unwrap();
    assert_eq!((depth.value, depth.unit, depth.label), (3, "levels", "Levels of fields inside one another."));
    let defaults = Limits::default();
    for (name, setting) in
        Only::command().get_arguments().filter_map(|setting| Some((setting.get_long()?.replace('-', "_"), setting)))
    {
        if let Some(limit) = defaults.all().into_iter().find(|limit| limit.code == name) {
            assert_eq!(setting.get_default_values(), [limit.value.to_string().as_str()], "{name}");
        }
    }
}
