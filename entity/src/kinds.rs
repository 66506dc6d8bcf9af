//! The closed vocabularies: text in the database, with a CHECK, and enums here.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Which growing vocabulary a term belongs to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Vocabulary {
    /// Genres of shows.
    Genre,
    /// What a person did.
    Job,
    /// What a source work is.
    Medium,
}

/// Shape of a series.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ShowFormat {
    /// Open-ended.
    Series,
    /// Meant to end with its season.
    Limited,
    /// Every season a story of its own.
    Anthology,
}

/// What a platform is to a show.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PlatformRole {
    /// Ordered and owns it.
    Original,
    /// Airs it.
    Broadcaster,
    /// Carries it elsewhere.
    Distributor,
}

/// What kind of spelling a name is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// Preferred in its language.
    Display,
    /// In the language of the work or person.
    Original,
    /// Of another language.
    Translation,
    /// In Latin letters, by rule or custom.
    Romanization,
    /// Used before release.
    Working,
    /// Short form.
    Abbreviation,
    /// Pen or stage name.
    Pseudonym,
    /// Wrong, but in use.
    Misspelling,
}

/// How prominently a cast member is billed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Billing {
    /// Leads.
    Main,
    /// Regular support.
    Supporting,
    /// Guests.
    Guest,
}

/// How sure a credit is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CreditState {
    /// Printed or official.
    Credited,
    /// Announced or reported.
    Expected,
    /// Was expected, is not any more.
    Superseded,
}

/// What the model counts an award as.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AwardWeightClass {
    /// One point.
    Series,
    /// Half a point: lead, director, writer.
    Craft,
    /// A quarter point.
    Newcomer,
}

/// How a nomination ended.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum NominationResult {
    /// Not won, or not yet decided.
    Nominated,
    /// Won.
    Won,
}

/// Language stratum of a chart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ChartStratum {
    /// English-language titles.
    English,
    /// Titles in other languages.
    NonEnglish,
}

/// What the ranks of a chart go by.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ChartMetric {
    /// Hours viewed.
    Hours,
    /// Hours divided by runtime.
    Views,
    /// The publisher does not say.
    Unstated,
}

/// What a picture shows.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ImageKind {
    /// Upright key art.
    Poster,
    /// Wide key art.
    Backdrop,
    /// Lettering.
    Logo,
    /// A frame.
    Still,
    /// A person.
    Portrait,
}

/// What kind of outlet publishes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OutletKind {
    /// A platform's own newsroom.
    PlatformNewsroom,
    /// Trade press.
    Trade,
    /// General newspaper.
    Newspaper,
    /// Entertainment news.
    EntertainmentSite,
    /// Retells others.
    Aggregator,
    /// A personal page.
    Blog,
}

/// How exact a date is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What a claim is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ClaimTopic {
    /// Whether a season comes.
    Renewal,
    /// When it is prepared, filmed or released.
    Schedule,
    /// Who plays.
    Cast,
    /// Who made it.
    Credit,
    /// A spelling.
    Name,
    /// That two things are one.
    Identity,
    /// When it came out.
    Release,
    /// How many.
    Episodes,
    /// What it was adapted from.
    SourceWork,
    /// An award.
    Award,
    /// A number of awards.
    AwardCount,
    /// A chart position or figure.
    Chart,
    /// Someone in the story.
    Character,
    /// The story.
    Plot,
    /// Likeness to another show.
    Comparison,
    /// How it was received.
    Reception,
    /// Who reports.
    Outlet,
}

/// What kind of claim it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// It is or is not ordered.
    Decision,
    /// Work on it.
    Production,
    /// Someone wants or means to.
    Intent,
    /// A reply that does not commit.
    Noncommittal,
    /// Plain statement of fact.
    Fact,
    /// The writer's view.
    Opinion,
}

/// Whether a claim speaks for or against.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// For.
    Supports,
    /// Neither.
    Neutral,
    /// Against.
    Denies,
}

/// How sure a claim is worded.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Weight 1.0.
    Confirmed,
    /// Weight .75.
    Probable,
    /// Weight .45.
    Possible,
    /// Weight .20.
    Speculative,
}

/// Reply of a platform that does not commit itself.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PlatformReply {
    /// Nothing is planned.
    NoPlans,
    /// Talks go well.
    PositiveTalks,
    /// It is being considered.
    UnderReview,
    /// Nothing is decided.
    NoDecision,
    /// No comment.
    NoComment,
}

/// Class of a source.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum VoucherClass {
    /// The platform itself.
    Platform,
    /// The maker.
    ProductionCompany,
    /// Creator or author.
    Creator,
    /// Director.
    Director,
    /// Cast.
    Cast,
    /// An outlet on its own sources.
    OutletInsider,
    /// Nobody is named.
    Unsourced,
}

/// Which rule grouped a claim into its origin.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OriginRule {
    /// The same voucher said it.
    SameVoucher,
    /// The same outlet broke it.
    SameOutlet,
    /// It shares rare details.
    SharedDetails,
    /// Its text was copied.
    CopiedText,
    /// Nothing else goes back to it.
    Alone,
    /// An editor decided.
    Editor,
}

/// Which typed value a claim carries.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// A date.
    Date,
    /// A figure with its unit.
    Number,
    /// A number with its members.
    Count,
    /// Words.
    Text,
    /// An object of the catalog.
    Reference,
}

/// What a claimed window announces.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// Preparation.
    Preparation,
    /// Filming.
    Filming,
    /// Production as a whole.
    Production,
    /// Release.
    Release,
    /// A decision.
    Decision,
}

/// What kind of contradiction it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ContradictionKind {
    /// Confirmed or not.
    Status,
    /// An impossible or conflicting date.
    Chronology,
    /// Two figures.
    Value,
    /// Spelling or identity.
    Name,
    /// Who did what.
    Role,
    /// True of another list, place or share.
    Scope,
    /// A number with other members.
    Count,
}

/// How a question was answered.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Ordered.
    Renewed,
    /// Not ordered.
    NotRenewed,
    /// The question lapsed.
    Void,
}

/// Band of a probability.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RenewalBand {
    /// At least .95.
    AlmostCertain,
    /// .80 to .95.
    VeryLikely,
    /// .55 to .80.
    Likely,
    /// .45 to .55.
    TossUp,
    /// .20 to .45.
    LessLikelyThanNot,
    /// .05 to .20.
    VeryUnlikely,
    /// Below .05.
    AlmostNoChance,
}

/// What is known officially and reported.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RenewalStatus {
    /// The platform ordered it.
    OfficiallyRenewed,
    /// The platform ended it.
    OfficiallyCancelled,
    /// Reports disagree.
    ConflictingReports,
    /// Reported, not confirmed.
    ReportedNotConfirmed,
    /// The platform considers it.
    UnderConsideration,
    /// Reported as ordered.
    ReportedRenewed,
    /// Reported as ended.
    ReportedCancelled,
    /// Only statements of intent.
    StatementsOnly,
    /// Nothing is known.
    NoNews,
}

/// How much the evidence narrows the range.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum EvidenceGrade {
    /// 80 % range at most .20 wide.
    WellSupported,
    /// At most .40.
    Moderate,
    /// Wider.
    Thin,
}

/// What a key may do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ApiRole {
    /// Read.
    Reader,
    /// Read and write.
    Editor,
    /// Everything.
    Admin,
}

/// What happened to a subject.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// New.
    Created,
    /// Fields changed.
    Updated,
    /// Merged into another.
    Merged,
    /// Taken back.
    Withdrawn,
    /// Another took its place.
    Superseded,
    /// Settled.
    Resolved,
}

/// Where an import stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// At work.
    Running,
    /// Done.
    Finished,
    /// Ended by an error.
    Failed,
    /// Stopped; the next run resumes it.
    Interrupted,
}

/// Whether the question of a season is open.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OutlookPhase {
    /// The season before is not complete, or is not known.
    NotOpen,
    /// It can be asked, and is not answered.
    Open,
    /// It is answered: ordered, released, ended, or the horizon passed.
    Resolved,
}

/// What was decided about a season.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DecisionStatus {
    /// Nobody with authority has decided.
    Undecided,
    /// Officially ordered.
    Renewed,
    /// Officially cancelled.
    Cancelled,
    /// Its makers or platform said that the story is complete.
    Concluded,
    /// The question lapsed at its horizon without an answer.
    Lapsed,
    /// Ordered, then withdrawn.
    Reversed,
}
