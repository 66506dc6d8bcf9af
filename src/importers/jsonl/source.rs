//! Where lines come from.

use std::fs::File;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read as _;
use std::path::Path;
use std::path::PathBuf;

/// The longest line that is read, in bytes; a longer one is no row of ours.
pub(super) const LONGEST_LINE: u64 = 16 * 1024 * 1024;

/// One file of JSON Lines, under the name that messages call it by.
pub struct Source {
    name: String,
    from: From,
}

enum From {
    File(PathBuf),
    Reader(Box<dyn BufRead + Send>),
}

impl Source {
    /// A file; it is opened when its turn comes.
    pub fn file(path: &Path) -> Self {
        Self { name: path.display().to_string(), from: From::File(path.to_path_buf()) }
    }

    /// Anything else that can be read.
    pub fn reader(name: impl Into<String>, reader: impl BufRead + Send + 'static) -> Self {
        Self { name: name.into(), from: From::Reader(Box::new(reader)) }
    }

    /// The name for messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Begins to read.
    pub(super) fn lines(self) -> io::Result<Lines> {
        let reader = match self.from {
            From::File(path) => Box::new(BufReader::new(File::open(path)?)),
            From::Reader(reader) => reader,
        };
        Ok(Lines { reader, number: 0 })
    }
}

/// The lines of one source.
pub(super) struct Lines {
    reader: Box<dyn BufRead + Send>,
    number: u64,
}

impl Lines {
    /// The next line with its number, from 1; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        let mut line = Vec::new();
        self.number += 1;
        let read = (&mut self.reader).take(LONGEST_LINE + 1).read_until(b'\n', &mut line)?;
        Ok((read > 0).then_some((self.number, line)))
    }
}
