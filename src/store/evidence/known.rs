//! What was read on the way to a number is not read again to show what it rests on.

use ::entity::{claim, origin, season};

use crate::store::evidence::rows::ShowRows;
use crate::store::key::ByKey;
use crate::store::loader::Wave;

impl ShowRows {
    /// Tells a plan the rows that are held here.
    pub fn tell(&self, wave: &mut Wave) {
        let claims = self.claims.iter().map(|rows| (rows.claim.id, Some(rows.claim.clone())));
        wave.know(ByKey::<claim::Entity>::new(), claims.collect());
        let origins = self.claims.iter().map(|rows| (rows.origin.id, Some(rows.origin.clone())));
        wave.know(ByKey::<origin::Entity>::new(), origins.collect());
        let seasons = self.seasons.iter().map(|season| (season.id, Some(season.clone())));
        wave.know(ByKey::<season::Entity>::new(), seasons.collect());
    }
}
