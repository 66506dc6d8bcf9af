//! How alike two keys are, and whether typos explain how they differ.

use strsim::osa_distance;

/// A part of a whole, compared by its size.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) part: usize,
    pub(super) whole: usize,
}

impl Share {
    /// That share of a span of points, rounded down.
    pub(super) fn of(self, span: usize) -> usize {
        span * self.part / self.whole.max(1)
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.part * other.whole).cmp(&(other.part * self.whole))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// How alike two keys are: the letters of the longer that need no edit.
pub(super) fn likeness(one: &str, other: &str) -> Share {
    let whole = one.chars().count().max(other.chars().count());
    Share { part: whole - osa_distance(one, other), whole }
}

/// The likeness of two keys, if typos explain how they differ. A typo is a letter wrong, missing, too much, or swapped with its neighbour.
pub(super) fn near(query: &str, name: &str) -> Option<Share> {
    let letters = query.chars().count();
    let typos = typos(letters);
    let strangers = query.chars().filter(|&c| !name.contains(c)).take(typos + 1).count();
    let plausible = letters.abs_diff(name.chars().count()) <= typos && strangers <= typos;
    plausible.then(|| likeness(query, name)).filter(|share| share.whole - share.part <= typos)
}

/// How many typos a search of so many letters may have: none below 4, one below 8, else two.
pub(super) fn typos(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_compared_by_size() {
        assert!(Share { part: 2, whole: 3 } > Share { part: 5, whole: 8 });
        assert_eq!(Share { part: 2, whole: 3 }.of(35), 23);
        assert_eq!(Share { part: 0, whole: 0 }.of(35), 0);
    }

    #[test]
    fn a_swap_of_neighbours_is_one_typo() {
        assert!(near("gmae", "game").is_some());
        assert!(near("gmea", "game").is_none());
    }

    #[test]
    fn the_length_of_the_search_allows_the_typos() {
        assert!(near("cat", "car").is_none());
        assert!(near("cats", "cars").is_some());
        assert!(near("sevenly", "xevenlx").is_none());
        assert!(near("eightful", "xightfux").is_some());
        assert!(near("eightful", "xxghtfux").is_none());
    }
}
