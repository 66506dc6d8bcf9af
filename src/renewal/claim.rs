//! A claim: one thing said by one voucher, as one report words it.
//!
//! What moves the odds is not that something was printed but *who answers for it* ([`Voucher`]), *how firmly* it was worded
//! ([`Certainty`](crate::renewal::Certainty)), *through how many mouths* it came ([`Fidelity`]), and *from which utterance* it stems ([`OriginKey`]): ten
//! articles that copy one exclusive are ten claims of one origin.
//!
//! Three days matter: `claimed_on`, when the origin spoke (a retelling carries its root's day); `known_at`, when a reader could first know;
//! and the end of the [`Window`] that it announces, when reality can begin to contradict it.
//!
//! A platform that answers without deciding ("we are considering it") says a [`Reply`]: it takes no side, and yet it is evidence.
//!
//! ```
//! use greenlight::renewal::{Certainty, Claim, ClaimId, Day, Fidelity, Kind, OriginKey, Said, Stance, Voucher, VoucherClass, VoucherId};
//!
//! let day = Day::from_ymd_opt(2025, 9, 23).unwrap();
//! let exclusive = Claim::new(
//!     ClaimId::new("A1-report")?,
//!     OriginKey::new("xports-exclusive")?,
//!     Voucher { class: VoucherClass::OutletInsider, id: VoucherId::new("xportsnews")? },
//!     Said::Statement { stance: Stance::Supports, kind: Kind::Decision, certainty: Certainty::Confirmed },
//!     Fidelity::new(0.95)?,
//!     day,
//!     day,
//!     None,
//! )?;
//! assert_eq!(exclusive.stance(), Some(Stance::Supports));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::kept::KeptClaim;
use crate::renewal::said::Reply;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::Fidelity;
use crate::renewal::span::Day;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::VoucherId;
use crate::renewal::vocabulary::vocabulary;
use crate::renewal::window::Window;

vocabulary! {
    /// What kind of source vouches; each kind starts from its own record.
    VoucherClass {
        /// The platform that holds the rights.
        Platform = "platform",
        /// Who makes the show.
        ProductionCompany = "production_company",
        /// Who wrote or created it.
        Creator = "creator",
        /// Who directs it.
        Director = "director",
        /// Who plays in it, and their agencies.
        Cast = "cast",
        /// Anonymous sources, judged on the outlet that first printed them.
        OutletInsider = "outlet_insider",
        /// Nobody in particular.
        Unsourced = "unsourced",
    }
}

/// Who answers for a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Voucher {
    /// Its class as a source.
    pub class: VoucherClass,
    /// Who.
    pub id: VoucherId,
}

/// A claim that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// Nobody can know what has not been said.
    #[error("it cannot be known on {known_at}, before it was claimed on {claimed_on}")]
    KnownBeforeClaimed {
        /// When the origin spoke.
        claimed_on: Day,
        /// When a reader could know.
        known_at: Day,
    },
    /// The days of a window are the wrong way round.
    #[error("the window ends on {to}, before it begins on {from}")]
    WindowEndsBeforeItBegins {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
}

/// One thing said by one voucher, as one report words it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "KeptClaim")]
pub struct Claim {
    id: ClaimId,
    origin: OriginKey,
    voucher: Voucher,
    said: Said,
    fidelity: Fidelity,
    claimed_on: Day,
    known_at: Day,
    window: Option<Window>,
}

impl Claim {
    /// A claim; it must not be known before it was made.
    #[expect(clippy::too_many_arguments, reason = "a claim is these eight facts, each of its own type")]
    pub fn new(
        id: ClaimId,
        origin: OriginKey,
        voucher: Voucher,
        said: Said,
        fidelity: Fidelity,
        claimed_on: Day,
        known_at: Day,
        window: Option<Window>,
    ) -> Result<Self, ClaimError> {
        if known_at < claimed_on {
            return Err(ClaimError::KnownBeforeClaimed { claimed_on, known_at });
        }
        Ok(Self { id, origin, voucher, said, fidelity, claimed_on, known_at, window })
    }

    /// Something said first hand today.
    pub(super) const fn today(id: ClaimId, origin: OriginKey, voucher: Voucher, said: Said, day: Day) -> Self {
        Self { id, origin, voucher, said, fidelity: Fidelity::FIRST_HAND, claimed_on: day, known_at: day, window: None }
    }

    /// By day, then by id.
    pub(super) fn order(a: &Self, b: &Self) -> std::cmp::Ordering {
        (a.claimed_on, &a.id).cmp(&(b.claimed_on, &b.id))
    }

    /// Which claim.
    pub const fn id(&self) -> &ClaimId {
        &self.id
    }

    /// The utterance it goes back to.
    pub const fn origin(&self) -> &OriginKey {
        &self.origin
    }

    /// Who answers for it.
    pub const fn voucher(&self) -> &Voucher {
        &self.voucher
    }

    /// What it says.
    pub const fn said(&self) -> Said {
        self.said
    }

    /// How faithful the chain of retellings is.
    pub const fn fidelity(&self) -> Fidelity {
        self.fidelity
    }

    /// The day on which the origin spoke.
    pub const fn claimed_on(&self) -> Day {
        self.claimed_on
    }

    /// The first day on which a reader could know.
    pub const fn known_at(&self) -> Day {
        self.known_at
    }

    /// What it announces for when.
    pub const fn window(&self) -> Option<Window> {
        self.window
    }

    /// Its side; `None` = a reply, which takes none.
    pub const fn stance(&self) -> Option<Stance> {
        match self.said {
            Said::Statement { stance, .. } => Some(stance),
            Said::Reply(_) => None,
        }
    }

    /// What a platform answered without deciding; `None` for everything else.
    pub fn platform_reply(&self) -> Option<Reply> {
        match self.said {
            Said::Reply(reply) if self.is_by_platform() => Some(reply),
            _ => None,
        }
    }

    /// Whether the platform itself answers for it.
    pub fn is_by_platform(&self) -> bool {
        self.voucher.class == VoucherClass::Platform
    }
}
