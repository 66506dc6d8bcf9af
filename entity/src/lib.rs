//! One SeaORM model per table, nothing else.
