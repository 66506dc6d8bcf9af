//! The HTTP edge on actix-web.
