//! `contradiction_ground`: a fact that decides a contradiction.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{
    AwardCeremonyId, CharacterId, ChartEntryId, ClaimId, ContradictionGroundId, ContradictionId, CreditId,
    NominationId, PersonId, PlatformCheckId, ReportId, SeasonId, ShowId, SourceWorkId,
};

/// A fact that decides a contradiction.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "contradiction_ground")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ContradictionGroundId,
    /// The contradiction.
    #[sea_orm(unique_key = "contradiction_position")]
    pub contradiction_id: ContradictionId,
    /// From 1.
    #[sea_orm(unique_key = "contradiction_position")]
    pub position: i32,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a season.
    pub season_id: Option<SeasonId>,
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
    /// Set when it is a source work.
    pub source_work_id: Option<SourceWorkId>,
    /// Set when it is a report.
    pub report_id: Option<ReportId>,
    /// Set when it is a claim.
    pub claim_id: Option<ClaimId>,
    /// Set when it is a platform check.
    pub platform_check_id: Option<PlatformCheckId>,
    /// The contradiction of `contradiction_id`.
    #[sea_orm(belongs_to, from = "contradiction_id", to = "id")]
    pub contradiction: BelongsTo<super::contradiction::Entity>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `season_id`.
    #[sea_orm(belongs_to, from = "season_id", to = "id")]
    pub season: BelongsTo<Option<super::season::Entity>>,
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
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The report of `report_id`.
    #[sea_orm(belongs_to, from = "report_id", to = "id")]
    pub report: BelongsTo<Option<super::report::Entity>>,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<Option<super::claim::Entity>>,
    /// The platform check of `platform_check_id`.
    #[sea_orm(belongs_to, from = "platform_check_id", to = "id")]
    pub platform_check: BelongsTo<Option<super::platform_check::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
