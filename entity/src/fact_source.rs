//! `fact_source`: where a displayed fact was taken from.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{
    AwardCeremonyId, CharacterId, ChartEntryId, ClaimId, CreditId, DatasetId, EpisodeId, ExternalIdId, FactSourceId,
    ImageId, NameId, NominationId, PersonId, SeasonId, ShowId, ShowPlatformId, ShowSourceId, SourceWorkId,
};

/// Where a displayed fact was taken from.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "fact_source")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: FactSourceId,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a season.
    pub season_id: Option<SeasonId>,
    /// Set when it is a episode.
    pub episode_id: Option<EpisodeId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// Set when it is a character.
    pub character_id: Option<CharacterId>,
    /// Set when it is a credit.
    pub credit_id: Option<CreditId>,
    /// Set when it is a nomination.
    pub nomination_id: Option<NominationId>,
    /// Set when it is a award ceremony.
    pub award_ceremony_id: Option<AwardCeremonyId>,
    /// Set when it is a chart entry.
    pub chart_entry_id: Option<ChartEntryId>,
    /// Set when it is a name.
    pub name_id: Option<NameId>,
    /// Set when it is a image.
    pub image_id: Option<ImageId>,
    /// Set when it is a external id.
    pub external_id_id: Option<ExternalIdId>,
    /// Set when it is a show platform.
    pub show_platform_id: Option<ShowPlatformId>,
    /// Set when it is a show source.
    pub show_source_id: Option<ShowSourceId>,
    /// Set when it is a source work.
    pub source_work_id: Option<SourceWorkId>,
    /// The GraphQL field it speaks of; null = the whole object.
    pub field: Option<String>,
    /// The claim that says so; null = a data set does.
    #[sea_orm(indexed)]
    pub claim_id: Option<ClaimId>,
    /// The data set that says so; null = a claim does.
    #[sea_orm(indexed)]
    pub dataset_id: Option<DatasetId>,
    /// The record there; null = none.
    pub url: Option<String>,
    /// When this server took it, UTC.
    pub recorded_at: ChronoDateTimeUtc,
    /// False = kept beside a value that was preferred.
    pub prevails: bool,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `season_id`.
    #[sea_orm(belongs_to, from = "season_id", to = "id")]
    pub season: BelongsTo<Option<super::season::Entity>>,
    /// The episode of `episode_id`.
    #[sea_orm(belongs_to, from = "episode_id", to = "id")]
    pub episode: BelongsTo<Option<super::episode::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// The character of `character_id`.
    #[sea_orm(belongs_to, from = "character_id", to = "id")]
    pub character: BelongsTo<Option<super::character::Entity>>,
    /// The credit of `credit_id`.
    #[sea_orm(belongs_to, from = "credit_id", to = "id")]
    pub credit: BelongsTo<Option<super::credit::Entity>>,
    /// The nomination of `nomination_id`.
    #[sea_orm(belongs_to, from = "nomination_id", to = "id")]
    pub nomination: BelongsTo<Option<super::nomination::Entity>>,
    /// The award ceremony of `award_ceremony_id`.
    #[sea_orm(belongs_to, from = "award_ceremony_id", to = "id")]
    pub award_ceremony: BelongsTo<Option<super::award_ceremony::Entity>>,
    /// The chart entry of `chart_entry_id`.
    #[sea_orm(belongs_to, from = "chart_entry_id", to = "id")]
    pub chart_entry: BelongsTo<Option<super::chart_entry::Entity>>,
    /// The name of `name_id`.
    #[sea_orm(belongs_to, from = "name_id", to = "id")]
    pub name: BelongsTo<Option<super::name::Entity>>,
    /// The image of `image_id`.
    #[sea_orm(belongs_to, from = "image_id", to = "id")]
    pub image: BelongsTo<Option<super::image::Entity>>,
    /// The external id of `external_id_id`.
    #[sea_orm(belongs_to, from = "external_id_id", to = "id")]
    pub external_id: BelongsTo<Option<super::external_id::Entity>>,
    /// The show platform of `show_platform_id`.
    #[sea_orm(belongs_to, from = "show_platform_id", to = "id")]
    pub show_platform: BelongsTo<Option<super::show_platform::Entity>>,
    /// The show source of `show_source_id`.
    #[sea_orm(belongs_to, from = "show_source_id", to = "id")]
    pub show_source: BelongsTo<Option<super::show_source::Entity>>,
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<Option<super::claim::Entity>>,
    /// The dataset of `dataset_id`.
    #[sea_orm(belongs_to, from = "dataset_id", to = "id")]
    pub dataset: BelongsTo<Option<super::dataset::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
