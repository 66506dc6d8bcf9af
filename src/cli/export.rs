//! `greenlight export`: everything this server holds, as JSON Lines.

use std::fs;
use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Write as _;
use std::path::Path;

use crate::store::Store;
use crate::store::export::ExportError;
use crate::store::export::export;

/// Writes all rows and says how many to whoever watches.
pub async fn run(url: &str, path: Option<&Path>) -> anyhow::Result<()> {
    let rows = write(url, path).await?;
    writeln!(io::stderr(), "{rows} rows written")?;
    Ok(())
}

/// Writes all rows to a file, or to standard output where none is named or it is `-`; returns how many rows.
///
/// A file appears under its name only when it is whole.
pub async fn write(url: &str, path: Option<&Path>) -> Result<u64, ExportError> {
    let store = Store::open(url, 1).await?;
    let written = match path.filter(|path| *path != Path::new("-")) {
        Some(path) => to_file(&store, path).await,
        None => export(&store.read, &mut BufWriter::new(io::stdout().lock())).await,
    };
    store.close().await?;
    written
}

async fn to_file(store: &Store, path: &Path) -> Result<u64, ExportError> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let written = write_file(store, Path::new(&unfinished)).await;
    match written {
        Ok(_) => fs::rename(&unfinished, path)?,
        Err(_) => drop(fs::remove_file(&unfinished)),
    }
    written
}

async fn write_file(store: &Store, path: &Path) -> Result<u64, ExportError> {
    let mut file = BufWriter::new(File::create(path)?);
    let rows = export(&store.read, &mut file).await?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(rows)
}
