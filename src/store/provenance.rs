//! Where displayed facts were taken from.

use ::entity::fact_source;
use sea_orm::{Condition, QueryOrder as _, Select};

use crate::store::subject::{Subject, subject};

subject! {
    /// A thing that can say where its facts came from.
    Sourced of fact_source {
        Show(ShowId) ShowId show_id
        Season(SeasonId) SeasonId season_id
        Episode(EpisodeId) EpisodeId episode_id
        Person(PersonId) PersonId person_id
        Character(CharacterId) CharacterId character_id
        Credit(CreditId) CreditId credit_id
        Nomination(NominationId) NominationId nomination_id
        AwardCeremony(AwardCeremonyId) AwardCeremonyId award_ceremony_id
        ChartEntry(ChartEntryId) ChartEntryId chart_entry_id
        Name(NameId) NameId name_id
        Image(ImageId) ImageId image_id
        ExternalId(ExternalIdId) ExternalIdId external_id_id
        ShowPlatform(ShowPlatformId) ShowPlatformId show_platform_id
        ShowSource(ShowSourceId) ShowSourceId show_source_id
        SourceWork(SourceWorkId) SourceWorkId source_work_id
    }
}

impl Subject for Sourced {
    type Entity = fact_source::Entity;

    fn of(row: &fact_source::Model) -> Option<Self> {
        Self::referred(row)
    }

    fn any(keys: &[Self]) -> Condition {
        Self::refers_to_any(keys)
    }

    /// Prevailing sources first.
    fn order(select: Select<fact_source::Entity>) -> Select<fact_source::Entity> {
        select.order_by_desc(fact_source::Column::Prevails).order_by_asc(fact_source::Column::Id)
    }
}
