//! Cases to read the essays with.
//!
//! ```
//! use greenlight::renewal::examples;
//!
//! assert_eq!(examples::trauma_code().claims().len(), 10);
//! ```

use crate::renewal::case::Case;
use crate::renewal::line::read_case;

/// *The Trauma Code*, season 2, on 31 October 2025, as two articles tell it: the case for which the model was made.
pub fn trauma_code() -> Case {
    case(include_str!("trauma-code.json"))
}

/// A case written down in a test or an essay.
///
/// # Panics
/// When the text is no case: an example that is wrong should be noticed where it stands.
pub fn case(json: &str) -> Case {
    match read_case(json) {
        Ok(case) => case,
        Err(error) => panic!("{error}"),
    }
}
