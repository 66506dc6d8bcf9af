//! One key type per table, so that a person's key never stands where a show's belongs.

use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(key: i64) -> Self {
                Self(key)
            }
        }
    )*};
}

keys! {
    /// Key of a `dataset` row.
    DatasetId
    /// Key of a `term` row.
    TermId
    /// Key of a `platform` row.
    PlatformId
    /// Key of a `person` row.
    PersonId
    /// Key of a `show` row.
    ShowId
    /// Key of a `show_text` row.
    ShowTextId
    /// Key of a `show_platform` row.
    ShowPlatformId
    /// Key of a `source_work` row.
    SourceWorkId
    /// Key of a `source_work_author` row.
    SourceWorkAuthorId
    /// Key of a `show_source` row.
    ShowSourceId
    /// Key of a `season` row.
    SeasonId
    /// Key of a `episode` row.
    EpisodeId
    /// Key of a `character` row.
    CharacterId
    /// Key of a `character_text` row.
    CharacterTextId
    /// Key of a `credit` row.
    CreditId
    /// Key of a `award` row.
    AwardId
    /// Key of a `award_category` row.
    AwardCategoryId
    /// Key of a `award_ceremony` row.
    AwardCeremonyId
    /// Key of a `nomination` row.
    NominationId
    /// Key of a `nomination_recipient` row.
    NominationRecipientId
    /// Key of a `chart` row.
    ChartId
    /// Key of a `chart_entry` row.
    ChartEntryId
    /// Key of a `name` row.
    NameId
    /// Key of a `search_key` row.
    SearchKeyId
    /// Key of a `rating` row.
    RatingId
    /// Key of a `image` row.
    ImageId
    /// Key of a `external_id` row.
    ExternalIdId
    /// Key of a `slug_alias` row.
    SlugAliasId
    /// Key of a `merged_into` row.
    MergedIntoId
    /// Key of a `outlet` row.
    OutletId
    /// Key of a `outlet_alias` row.
    OutletAliasId
    /// Key of a `report` row.
    ReportId
    /// Key of a `origin` row.
    OriginId
    /// Key of a `claim_value` row.
    ClaimValueId
    /// Key of a `claim` row.
    ClaimId
    /// Key of a `platform_check` row.
    PlatformCheckId
    /// Key of a `contradiction` row.
    ContradictionId
    /// Key of a `contradiction_side` row.
    ContradictionSideId
    /// Key of a `contradiction_ground` row.
    ContradictionGroundId
    /// Key of a `fact_source` row.
    FactSourceId
    /// Key of a `resolution` row.
    ResolutionId
    /// Key of a `track_record` row.
    TrackRecordId
    /// Key of a `outlook` row.
    OutlookId
    /// Key of a `forecast` row.
    ForecastId
    /// Key of a `api_key` row.
    ApiKeyId
    /// Key of a `change` row.
    ChangeId
    /// Key of a `idempotency_key` row.
    IdempotencyKeyId
    /// Key of a `import_run` row.
    ImportRunId
    /// Key of a `import_reject` row.
    ImportRejectId
}
