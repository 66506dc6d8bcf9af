//! `contradiction`: values or claims that cannot all be so.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{
    AwardCeremonyId, CharacterId, ChartEntryId, ContradictionId, CreditId, NominationId, OutletId, PersonId, ReportId,
    SeasonId, ShowId, SourceWorkId,
};
use crate::kinds::ContradictionKind;

/// Values or claims that cannot all be so.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "contradiction")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ContradictionId,
    /// Its show.
    #[sea_orm(indexed)]
    pub show_id: ShowId,
    /// What kind.
    pub kind: ContradictionKind,
    /// Set when it is a show.
    pub subject_show_id: Option<ShowId>,
    /// Set when it is a season.
    pub subject_season_id: Option<SeasonId>,
    /// Set when it is a person.
    pub subject_person_id: Option<PersonId>,
    /// Set when it is a character.
    pub subject_character_id: Option<CharacterId>,
    /// Set when it is a credit.
    pub subject_credit_id: Option<CreditId>,
    /// Set when it is a nomination.
    pub subject_nomination_id: Option<NominationId>,
    /// Set when it is a award ceremony.
    pub subject_award_ceremony_id: Option<AwardCeremonyId>,
    /// Set when it is a chart entry.
    pub subject_chart_entry_id: Option<ChartEntryId>,
    /// Set when it is a outlet.
    pub subject_outlet_id: Option<OutletId>,
    /// Set when it is a source work.
    pub subject_source_work_id: Option<SourceWorkId>,
    /// Set when it is a report.
    pub subject_report_id: Option<ReportId>,
    /// What is in dispute, in a sentence.
    pub question: String,
    /// First day on which it could be seen.
    pub noticed_on: Date,
    /// Day it was settled; null = open.
    pub resolved_on: Option<Date>,
    /// Why so, in a sentence; null = open.
    pub resolution_reason: Option<String>,
    /// Decided by an editor, not by a rule; false while open.
    pub is_resolved_by_editor: bool,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, relation_enum = "Show", from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The show of `subject_show_id`.
    #[sea_orm(belongs_to, relation_enum = "SubjectShow", from = "subject_show_id", to = "id")]
    pub subject_show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `subject_season_id`.
    #[sea_orm(belongs_to, from = "subject_season_id", to = "id")]
    pub subject_season: BelongsTo<Option<super::season::Entity>>,
    /// The person of `subject_person_id`.
    #[sea_orm(belongs_to, from = "subject_person_id", to = "id")]
    pub subject_person: BelongsTo<Option<super::person::Entity>>,
    /// The character of `subject_character_id`.
    #[sea_orm(belongs_to, from = "subject_character_id", to = "id")]
    pub subject_character: BelongsTo<Option<super::character::Entity>>,
    /// The credit of `subject_credit_id`.
    #[sea_orm(belongs_to, from = "subject_credit_id", to = "id")]
    pub subject_credit: BelongsTo<Option<super::credit::Entity>>,
    /// The nomination of `subject_nomination_id`.
    #[sea_orm(belongs_to, from = "subject_nomination_id", to = "id")]
    pub subject_nomination: BelongsTo<Option<super::nomination::Entity>>,
    /// The award ceremony of `subject_award_ceremony_id`.
    #[sea_orm(belongs_to, from = "subject_award_ceremony_id", to = "id")]
    pub subject_award_ceremony: BelongsTo<Option<super::award_ceremony::Entity>>,
    /// The chart entry of `subject_chart_entry_id`.
    #[sea_orm(belongs_to, from = "subject_chart_entry_id", to = "id")]
    pub subject_chart_entry: BelongsTo<Option<super::chart_entry::Entity>>,
    /// The outlet of `subject_outlet_id`.
    #[sea_orm(belongs_to, from = "subject_outlet_id", to = "id")]
    pub subject_outlet: BelongsTo<Option<super::outlet::Entity>>,
    /// The source work of `subject_source_work_id`.
    #[sea_orm(belongs_to, from = "subject_source_work_id", to = "id")]
    pub subject_source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The report of `subject_report_id`.
    #[sea_orm(belongs_to, from = "subject_report_id", to = "id")]
    pub subject_report: BelongsTo<Option<super::report::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
