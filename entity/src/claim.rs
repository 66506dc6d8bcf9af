//! `claim`: one thing said by one voucher, as one report words it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{
    AwardCeremonyId, CharacterId, ChartEntryId, ClaimId, ClaimValueId, CreditId, EpisodeId, NominationId, OriginId,
    OutletId, PersonId, PlatformId, ReportId, SeasonId, ShowId, SourceWorkId,
};
use crate::kinds::{
    Certainty, ClaimKind, ClaimTopic, DatePrecision, MilestoneKind, OriginRule, PlatformReply, Stance, VoucherClass,
};

/// One thing said by one voucher, as one report words it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ClaimId,
    /// Stable name of the row in the file it came from, e.g. `trauma-code/a0/0.13`; null = none given.
    pub code: Option<String>,
    /// The show in whose ledger it stands.
    pub show_id: ShowId,
    /// Set when it is a show.
    pub subject_show_id: Option<ShowId>,
    /// Set when it is a season.
    pub subject_season_id: Option<SeasonId>,
    /// Set when it is a episode.
    pub subject_episode_id: Option<EpisodeId>,
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
    /// Set when it is a platform.
    pub subject_platform_id: Option<PlatformId>,
    /// Where we read it; null = recorded at first hand.
    #[sea_orm(indexed)]
    pub report_id: Option<ReportId>,
    /// The utterance it goes back to.
    #[sea_orm(indexed)]
    pub origin_id: OriginId,
    /// Which rule put it there.
    pub grouping_rule: OriginRule,
    /// Why, in a sentence.
    pub grouping_reason: String,
    /// An editor overrode the rule; never redone.
    pub is_grouped_by_editor: bool,
    /// What it is about.
    pub topic: ClaimTopic,
    /// What kind.
    pub kind: ClaimKind,
    /// For, against, or neither.
    pub stance: Stance,
    /// As worded; null = a non-committal reply, or a flat fact.
    pub certainty: Option<Certainty>,
    /// The words that set the certainty; null = none.
    pub hedge: Option<String>,
    /// What it depends on; null = unconditional.
    pub condition: Option<String>,
    /// Reply of a platform that does not commit itself; null = not such a reply.
    pub platform_reply: Option<PlatformReply>,
    /// In our own words, one sentence.
    pub summary: String,
    /// Short, as printed; null = paraphrased.
    pub quote: Option<String>,
    /// BCP 47 language of the quote; null = unknown or no quote.
    pub quote_locale: Option<String>,
    /// English; null = it is English, untranslated, or no quote.
    pub quote_translation: Option<String>,
    /// What is claimed, typed; null = the summary says all.
    #[sea_orm(indexed)]
    pub claim_value_id: Option<ClaimValueId>,
    /// Its class as a source.
    pub voucher_class: VoucherClass,
    /// Who answers for it, as printed, e.g. insiders close to the production.
    pub voucher_name: String,
    /// Set when the voucher is that outlet.
    pub voucher_outlet_id: Option<OutletId>,
    /// Set when the voucher is that person.
    pub voucher_person_id: Option<PersonId>,
    /// Set when the voucher is that platform.
    pub voucher_platform_id: Option<PlatformId>,
    /// First day it can have been said.
    pub said_on: Date,
    /// How exact that day is.
    pub said_on_precision: DatePrecision,
    /// First day on which a reader could know it.
    pub known_at: Date,
    /// When this server recorded it, UTC.
    pub recorded_at: ChronoDateTimeUtc,
    /// What its window announces; null = no date named.
    pub milestone: Option<MilestoneKind>,
    /// First day of the window, inclusive; null = open, or no window.
    pub window_from: Option<Date>,
    /// Last day of the window, inclusive; null = open, or no window.
    pub window_to: Option<Date>,
    /// The window as it was said; null = exact, or no window.
    pub window_text: Option<String>,
    /// Gives away the plot.
    pub is_spoiler: bool,
    /// When it was taken back, UTC; null = it stands.
    pub withdrawn_at: Option<ChronoDateTimeUtc>,
    /// Why, in a sentence; null = it stands.
    pub withdrawal_reason: Option<String>,
    /// What took its place; null = nothing.
    #[sea_orm(indexed)]
    pub superseded_by_id: Option<ClaimId>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, relation_enum = "Show", from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The show of `subject_show_id`.
    #[sea_orm(belongs_to, relation_enum = "SubjectShow", from = "subject_show_id", to = "id")]
    pub subject_show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `subject_season_id`.
    #[sea_orm(belongs_to, from = "subject_season_id", to = "id")]
    pub subject_season: BelongsTo<Option<super::season::Entity>>,
    /// The episode of `subject_episode_id`.
    #[sea_orm(belongs_to, from = "subject_episode_id", to = "id")]
    pub subject_episode: BelongsTo<Option<super::episode::Entity>>,
    /// The person of `subject_person_id`.
    #[sea_orm(belongs_to, relation_enum = "SubjectPerson", from = "subject_person_id", to = "id")]
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
    #[sea_orm(belongs_to, relation_enum = "SubjectOutlet", from = "subject_outlet_id", to = "id")]
    pub subject_outlet: BelongsTo<Option<super::outlet::Entity>>,
    /// The source work of `subject_source_work_id`.
    #[sea_orm(belongs_to, from = "subject_source_work_id", to = "id")]
    pub subject_source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The platform of `subject_platform_id`.
    #[sea_orm(belongs_to, relation_enum = "SubjectPlatform", from = "subject_platform_id", to = "id")]
    pub subject_platform: BelongsTo<Option<super::platform::Entity>>,
    /// The report of `report_id`.
    #[sea_orm(belongs_to, from = "report_id", to = "id")]
    pub report: BelongsTo<Option<super::report::Entity>>,
    /// The origin of `origin_id`.
    #[sea_orm(belongs_to, from = "origin_id", to = "id")]
    pub origin: BelongsTo<super::origin::Entity>,
    /// The claim value of `claim_value_id`.
    #[sea_orm(belongs_to, from = "claim_value_id", to = "id")]
    pub claim_value: BelongsTo<Option<super::claim_value::Entity>>,
    /// The outlet of `voucher_outlet_id`.
    #[sea_orm(belongs_to, relation_enum = "VoucherOutlet", from = "voucher_outlet_id", to = "id")]
    pub voucher_outlet: BelongsTo<Option<super::outlet::Entity>>,
    /// The person of `voucher_person_id`.
    #[sea_orm(belongs_to, relation_enum = "VoucherPerson", from = "voucher_person_id", to = "id")]
    pub voucher_person: BelongsTo<Option<super::person::Entity>>,
    /// The platform of `voucher_platform_id`.
    #[sea_orm(belongs_to, relation_enum = "VoucherPlatform", from = "voucher_platform_id", to = "id")]
    pub voucher_platform: BelongsTo<Option<super::platform::Entity>>,
    /// The claim of `superseded_by_id`.
    #[sea_orm(self_ref, relation_enum = "SupersededBy", from = "superseded_by_id", to = "id")]
    pub superseded_by: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
