//! Pictures of things.

use std::sync::Arc;

use ::entity::image;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::error::bad_input;
use crate::graphql::name::codes;
use crate::graphql::plan::{Selection, loader};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Locale, Url};
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::subject::RowsOf;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ImageKind")]
pub(super) enum ImageKind {
    /// Upright key art.
    Poster,
    /// Wide key art.
    Backdrop,
    /// Lettering alone.
    Logo,
    /// A frame of an episode.
    Still,
    /// A person or character.
    Portrait,
}

/// A picture that is hosted elsewhere; this server stores its address and terms.
#[derive(Clone, Debug, Description)]
pub(super) struct Image(Arc<image::Model>);

#[Object(use_type_description)]
impl Image {
    /// What kind.
    async fn kind(&self) -> ImageKind {
        self.0.kind.into()
    }

    /// Largest known.
    async fn url(&self) -> Url {
        Url(self.0.url.clone())
    }

    /// The largest one of at most this width, or the smallest that there is; the same as url where the host offers no
    /// sizes, or where the picture is no wider.
    async fn sized(&self, #[graphql(desc = "Pixels, 16..3840, e.g. 342.")] width: i32) -> Result<Url> {
        if !(16..=3840).contains(&width) {
            return Err(bad_input(format!("`width` must be from 16 to 3840 pixels; it was {width}.")));
        }
        Ok(Url(sized(&self.0, width)))
    }

    /// Pixels, e.g. 2000; null = unknown.
    async fn width(&self) -> Option<i32> {
        self.0.width
    }

    /// Pixels, e.g. 3000; null = unknown.
    async fn height(&self) -> Option<i32> {
        self.0.height
    }

    /// Language of the lettering, e.g. ko; null = none or unknown.
    async fn locale(&self) -> Option<Locale> {
        self.0.locale.clone().map(Locale)
    }

    /// Who must be named beside it; null = nobody.
    async fn credit(&self) -> Option<&str> {
        self.0.credit.as_deref()
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Image(self.0.id), fields).await
    }
}

/// Where TMDB serves pictures; the path goes on with a size and the file.
const TMDB: &str = "https://image.tmdb.org/t/p/";

/// The address of the picture at most `width` wide.
fn sized(image: &image::Model, width: i32) -> String {
    let fits = image.width.is_some_and(|whole| whole <= width);
    let file = image.url.strip_prefix(TMDB).and_then(|path| path.split_once('/')).map(|(_, file)| file);
    match file {
        Some(file) if !fits => format!("{TMDB}w{}/{file}", tmdb_width(image.kind.into(), width)),
        _ => image.url.clone(),
    }
}

/// The widths that TMDB offers of each kind.
fn tmdb_width(kind: ImageKind, width: i32) -> i32 {
    let (smallest, larger): (i32, &[i32]) = match kind {
        ImageKind::Poster => (92, &[154, 185, 342, 500, 780]),
        ImageKind::Backdrop => (300, &[780, 1280]),
        ImageKind::Logo => (45, &[92, 154, 185, 300, 500]),
        ImageKind::Still => (92, &[185, 300]),
        ImageKind::Portrait => (45, &[185]),
    };
    larger.iter().rev().copied().find(|size| *size <= width).unwrap_or(smallest)
}

impl Selection {
    /// Plans the pictures of things, and where these were taken from.
    pub(super) fn pictures(&self, pictured: impl Iterator<Item = Pictured>, wave: &mut Wave) {
        const FIELDS: [&str; 2] = ["image", "images"];
        if !FIELDS.iter().any(|field| self.has(field)) {
            return;
        }
        let below = self.under_any(&FIELDS);
        wave.want(RowsOf::<Pictured>::new(), pictured.collect(), move |sets, wave| {
            let images = sets.iter().flat_map(|images| images.iter());
            below.provenance(images.map(|image| Sourced::Image(image.id)), wave);
        });
    }
}

/// The picture that stands for a thing, as planned.
pub(super) async fn image(
    ctx: &Context<'_>,
    of: Pictured,
    kind: Option<ImageKind>,
    locales: Option<Vec<Locale>>,
) -> Result<Option<Image>> {
    let images = loader(ctx)?.fetch(&RowsOf::<Pictured>::new(), of).await?;
    Ok(of.best(&images, kind.map(Into::into), &codes(locales)).cloned().map(Image))
}

/// All pictures of a thing, narrowed to kinds and languages, as planned.
pub(super) async fn images(
    ctx: &Context<'_>,
    of: Pictured,
    kinds: Option<Vec<ImageKind>>,
    locales: Option<Vec<Locale>>,
) -> Result<Vec<Image>> {
    let images = loader(ctx)?.fetch(&RowsOf::<Pictured>::new(), of).await?;
    let of_kind = |image: &image::Model| kinds.as_ref().is_none_or(|kinds| kinds.contains(&image.kind.into()));
    let of_locale = |image: &image::Model| {
        let is = |locale: &Locale| image.locale.as_ref() == Some(&locale.0);
        locales.as_ref().is_none_or(|locales| locales.iter().any(is))
    };
    Ok(images.iter().filter(|image| of_kind(image) && of_locale(image)).cloned().map(Image).collect())
}

#[cfg(test)]
mod tests {
    use ::entity::ids::{ImageId, ShowId};
    use ::entity::image;
    use ::entity::kinds::ImageKind;

    use super::sized;

    fn picture(url: &str, width: Option<i32>) -> image::Model {
        image::Model {
            id: ImageId(1),
            show_id: Some(ShowId(1)),
            season_id: None,
            episode_id: None,
            person_id: None,
            character_id: None,
            kind: ImageKind::Poster,
            url: url.to_owned(),
            width,
            height: None,
            locale: None,
            credit: None,
            licence: None,
        }
    }

    #[test]
    fn a_host_with_sizes_gives_the_largest_that_is_not_wider() {
        let poster = picture("https://image.tmdb.org/t/p/original/a.jpg", Some(2000));
        assert_eq!(sized(&poster, 342), "https://image.tmdb.org/t/p/w342/a.jpg");
        assert_eq!(sized(&poster, 341), "https://image.tmdb.org/t/p/w185/a.jpg");
        assert_eq!(sized(&poster, 1999), "https://image.tmdb.org/t/p/w780/a.jpg");
    }

    #[test]
    fn below_the_smallest_size_the_smallest_is_given() {
        let poster = picture("https://image.tmdb.org/t/p/original/a.jpg", None);
        assert_eq!(sized(&poster, 16), "https://image.tmdb.org/t/p/w92/a.jpg");
    }

    #[test]
    fn a_picture_that_fits_is_given_whole() {
        let poster = picture("https://image.tmdb.org/t/p/original/a.jpg", Some(2000));
        assert_eq!(sized(&poster, 2000), poster.url);
    }

    #[test]
    fn a_host_without_sizes_gives_the_whole_picture() {
        let poster = picture("https://example.org/a.jpg", Some(2000));
        assert_eq!(sized(&poster, 100), poster.url);
    }
}
