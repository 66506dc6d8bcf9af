//! Pictures of things, and which of them to show.

use std::cmp::Reverse;
use std::sync::Arc;

use ::entity::image;
use ::entity::kinds::ImageKind;
use sea_orm::{Condition, QueryOrder as _, Select};

use crate::store::name::speaks;
use crate::store::subject::{Subject, subject};

subject! {
    /// A thing that has pictures.
    Pictured of image {
        Show(ShowId) ShowId show_id
        Season(SeasonId) SeasonId season_id
        Episode(EpisodeId) EpisodeId episode_id
        Person(PersonId) PersonId person_id
        Character(CharacterId) CharacterId character_id
    }
}

impl Subject for Pictured {
    type Entity = image::Entity;
    /// One statement reads the pictures of everything in an answer.
    const LAST: bool = true;

    fn of(row: &image::Model) -> Option<Self> {
        Self::referred(row)
    }

    fn any(keys: &[Self]) -> Condition {
        Self::refers_to_any(keys)
    }

    fn order(select: Select<image::Entity>) -> Select<image::Entity> {
        select.order_by_asc(image::Column::Id)
    }
}

impl Pictured {
    /// The kinds that can stand for the thing, best first.
    fn kinds(self) -> [ImageKind; 3] {
        match self {
            Self::Show(_) | Self::Season(_) => [ImageKind::Poster, ImageKind::Backdrop, ImageKind::Still],
            Self::Episode(_) => [ImageKind::Still, ImageKind::Backdrop, ImageKind::Poster],
            Self::Person(_) | Self::Character(_) => [ImageKind::Portrait, ImageKind::Still, ImageKind::Poster],
        }
    }

    /// The picture to show of the thing: of `kind`, or of the best kind that there is; lettered for readers of
    /// `locales`, else in no language, else in English, else in any; the widest of those.
    pub fn best<'a>(
        self,
        images: &'a [Arc<image::Model>],
        kind: Option<ImageKind>,
        locales: &[String],
    ) -> Option<&'a Arc<image::Model>> {
        let kinds = kind.map_or_else(|| self.kinds().to_vec(), |kind| vec![kind]);
        let rank = |image: &image::Model| {
            let by_kind = kinds.iter().position(|kind| *kind == image.kind)?;
            Some((by_kind, lettering(image.locale.as_deref(), locales), Reverse(image.width), image.id))
        };
        images.iter().filter_map(|image| Some((rank(image)?, image))).min_by_key(|(rank, _)| *rank).map(|(_, it)| it)
    }
}

/// How well lettering in `has` serves readers of `wanted`; 0 is best.
fn lettering(has: Option<&str>, wanted: &[String]) -> usize {
    let Some(has) = has else { return wanted.len() };
    let place = wanted.iter().position(|locale| speaks(has, locale));
    place.unwrap_or_else(|| wanted.len() + if speaks(has, "en") { 1 } else { 2 })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ::entity::ids::{ImageId, ShowId};
    use ::entity::image;
    use ::entity::kinds::ImageKind;

    use super::Pictured;

    const SHOW: Pictured = Pictured::Show(ShowId(1));

    fn picture(id: i64, kind: ImageKind, locale: Option<&str>, width: Option<i32>) -> Arc<image::Model> {
        Arc::new(image::Model {
            id: ImageId(id),
            show_id: Some(ShowId(1)),
            season_id: None,
            episode_id: None,
            person_id: None,
            character_id: None,
            kind,
            url: format!("https://example.org/{id}.jpg"),
            width,
            height: None,
            locale: locale.map(str::to_owned),
            credit: None,
            licence: None,
        })
    }

    fn best(images: &[Arc<image::Model>], kind: Option<ImageKind>, locales: &[&str]) -> Option<i64> {
        let locales: Vec<_> = locales.iter().map(|locale| (*locale).to_owned()).collect();
        SHOW.best(images, kind, &locales).map(|image| image.id.0)
    }

    #[test]
    fn a_poster_stands_for_a_show_before_a_wider_backdrop() {
        let images = [
            picture(1, ImageKind::Backdrop, None, Some(3840)),
            picture(2, ImageKind::Poster, None, Some(500)),
            picture(3, ImageKind::Poster, None, Some(1000)),
        ];
        assert_eq!(best(&images, None, &[]), Some(3));
        assert_eq!(best(&images, Some(ImageKind::Backdrop), &[]), Some(1));
        assert_eq!(best(&images, Some(ImageKind::Logo), &[]), None);
    }

    #[test]
    fn lettering_in_the_readers_language_goes_before_size() {
        let images = [
            picture(1, ImageKind::Poster, Some("ja"), Some(4000)),
            picture(2, ImageKind::Poster, None, Some(2000)),
            picture(3, ImageKind::Poster, Some("ko"), Some(1000)),
        ];
        assert_eq!(best(&images, None, &["ko-KR", "en"]), Some(3));
        assert_eq!(best(&images, None, &["fr"]), Some(2));
        assert_eq!(best(&images, None, &[]), Some(2));
    }

    #[test]
    fn a_logo_never_stands_for_a_show_unasked() {
        assert_eq!(best(&[picture(1, ImageKind::Logo, None, None)], None, &[]), None);
    }
}
