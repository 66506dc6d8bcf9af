//! What a name is as text: keys, romanization, matching. Pure.
