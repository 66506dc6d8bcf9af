//! What stands before execution: parse, validate, cost.
