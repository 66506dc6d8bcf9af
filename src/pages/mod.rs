//! What people see: the landing page and the playground.
