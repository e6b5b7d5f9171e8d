//! Links: everything that is shared stands in the fragment of the address, so
//! that no server ever sees it.
//!
//! A fragment is `1.` (the version) and then base64url (RFC 4648, no padding) of
//! zlib data (RFC 1950: its checksum tells a damaged link from a whole one) of a
//! JSON object. Fields at their usual value are left out.

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use serde::{Deserialize, Serialize};

use crate::options::{RunOptions, View};

/// Longest program, in bytes, that a link takes.
pub const MAX_SOURCE: usize = 256 << 10;

/// Longest fragment that is looked at, in bytes.
const MAX_FRAGMENT: usize = 512 << 10;

/// Longest JSON text that a link may unfold to, in bytes. JSON writes some
/// characters in six bytes.
const MAX_UNFOLDED: usize = MAX_SOURCE * 6 + (4 << 10);

const VERSION: &str = "1";

/// Last bits that stand for nothing are tolerated: other encoders leave them set.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(base64::engine::DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Where the program of a link comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LinkSource {
    /// It stands in the link.
    Text(String),
    /// One of the gallery's examples, by name.
    Example(String),
}

/// What a link holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// The program.
    pub source: LinkSource,
    /// Choices for the run.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: RunOptions,
    /// The event at which the cursor stands; at the end if `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<u32>,
    /// How to look at it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub view: View,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Why a link cannot be made or read. Displayed as sentences that tell a visitor what to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkError {
    /// There is no fragment: an ordinary visit, not a mistake.
    Empty,
    /// Not the form of a link of ours.
    NotALink,
    /// Made by a later version.
    Newer,
    /// Cut short or changed on its way.
    Damaged,
    /// Unfolds to more than a link may hold.
    TooBig,
    /// The program is too long to be put into a link.
    SourceTooLong,
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            LinkError::Empty => "This address holds no program.",
            LinkError::NotALink => {
                "The end of this address is not a link to a program. \
                 Ask for the link again, or start from an example."
            }
            LinkError::Newer => {
                "This link was made by a newer version of the playground. \
                 Reload the page to get that version, then open the link again."
            }
            LinkError::Damaged => {
                "This link is damaged: a part of it is missing or was changed on its way. \
                 Copy the whole link from where it was shared and open it again."
            }
            LinkError::TooBig => {
                "This link holds more than a program can be. \
                 It was not opened; ask for the program as a file."
            }
            LinkError::SourceTooLong => {
                "This program is too long for a link. Share it as a file, or shorten it."
            }
        })
    }
}

impl std::error::Error for LinkError {}

impl Link {
    /// A link to a program and nothing more.
    pub fn to_text(source: impl Into<String>) -> Link {
        Link {
            source: LinkSource::Text(source.into()),
            options: RunOptions::default(),
            cursor: None,
            view: View::default(),
        }
    }

    /// The fragment, without `#`. Needs no escaping in an address.
    pub fn encode(&self) -> Result<String, LinkError> {
        let (LinkSource::Text(text) | LinkSource::Example(text)) = &self.source;
        if text.len() > MAX_SOURCE {
            return Err(LinkError::SourceTooLong);
        }
        let json = serde_json::to_vec(self).map_err(|_| LinkError::SourceTooLong)?;
        let folded = compress_to_vec_zlib(&json, 9);
        let fragment = format!("{VERSION}.{}", BASE64.encode(folded));
        if fragment.len() > MAX_FRAGMENT {
            return Err(LinkError::SourceTooLong);
        }
        Ok(fragment)
    }

    /// Reads a fragment, with or without `#`. Options and view come out within
    /// their limits, whatever the link says.
    pub fn decode(fragment: &str) -> Result<Link, LinkError> {
        let fragment = fragment.trim();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Err(LinkError::Empty);
        }
        let (version, body) = fragment.split_once('.').ok_or(LinkError::NotALink)?;
        if version != VERSION {
            let is_version = !version.is_empty()
                && version.len() <= 4
                && version.bytes().all(|byte| byte.is_ascii_digit());
            return Err(if is_version {
                LinkError::Newer
            } else {
                LinkError::NotALink
            });
        }
        if body.len() > MAX_FRAGMENT {
            return Err(LinkError::TooBig);
        }
        // Chat programs take the full stop or bracket after a link for a part of it.
        let body =
            body.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let folded = BASE64.decode(body).map_err(|_| LinkError::Damaged)?;
        let json =
            decompress_to_vec_zlib_with_limit(&folded, MAX_UNFOLDED).map_err(
                |error| match error.status {
                    miniz_oxide::inflate::TINFLStatus::HasMoreOutput => LinkError::TooBig,
                    _ => LinkError::Damaged,
                },
            )?;
        let mut link: Link = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
        let (LinkSource::Text(text) | LinkSource::Example(text)) = &link.source;
        if text.len() > MAX_SOURCE {
            return Err(LinkError::TooBig);
        }
        link.options = link.options.clamped();
        link.view.pace = link.view.pace.clamped();
        Ok(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Pace;

    /// Linear congruential numbers: varied, and the same in every run.
    fn numbers(seed: u64) -> impl FnMut() -> u32 {
        let mut state = seed;
        move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as u32
        }
    }

    fn random_link(seed: u64) -> Link {
        let mut next = numbers(seed);
        let length = next() % 400;
        let text = (0..length)
            .filter_map(|_| match next() % 4 {
                0 => char::from_u32(next() % 0x11_0000),
                1 => Some('\n'),
                _ => char::from_u32(32 + next() % 95),
            })
            .collect::<String>();
        let options = RunOptions {
            seed: u64::from(next()) << 31,
            record: next().is_multiple_of(2),
            debug: next().is_multiple_of(2),
            ..RunOptions::default()
        };
        Link {
            source: if next().is_multiple_of(3) {
                LinkSource::Example(text)
            } else {
                LinkSource::Text(text)
            },
            options,
            cursor: (next().is_multiple_of(2)).then(&mut next),
            view: View {
                pace: Pace::EventsPerSecond(1.0 + (next() % 100) as f32),
                panel: if next().is_multiple_of(2) {
                    "loop".into()
                } else {
                    String::new()
                },
                selected: (next().is_multiple_of(2)).then(&mut next),
                by_event: next().is_multiple_of(2),
                embedded: next().is_multiple_of(2),
            },
        }
    }

    #[test]
    fn links_come_back_as_they_were_made() {
        for seed in 0..300 {
            let link = random_link(seed);
            let fragment = link.encode().unwrap_or_default();
            assert!(
                fragment
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
            );
            for form in [
                fragment.clone(),
                format!("#{fragment}"),
                format!("{fragment})."),
            ] {
                assert_eq!(Link::decode(&form), Ok(link.clone()), "seed {seed}");
            }
        }
    }

    #[test]
    fn a_damaged_link_is_told_from_a_whole_one() {
        let link =
            Link::to_text("import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n");
        let fragment = link.encode().unwrap_or_default();
        for length in 3..fragment.len() {
            let cut = fragment.get(..length).unwrap_or("");
            assert_eq!(
                Link::decode(cut),
                Err(LinkError::Damaged),
                "cut to {length}"
            );
        }
        for position in 2..fragment.len() - 1 {
            let mut bytes = fragment.clone().into_bytes();
            if let Some(byte) = bytes.get_mut(position) {
                *byte = if *byte == b'A' { b'B' } else { b'A' };
            }
            let changed = String::from_utf8(bytes).unwrap_or_default();
            let read = Link::decode(&changed);
            assert!(
                matches!(read, Err(LinkError::Damaged | LinkError::TooBig)),
                "{position}"
            );
        }
    }

    #[test]
    fn garbage_is_refused_in_sentences_and_never_panics() {
        let mut next = numbers(9);
        for _ in 0..3000 {
            let length = next() % 60;
            let garbage: String = (0..length)
                .filter_map(|_| char::from_u32(next() % 0x300))
                .collect();
            for text in [
                garbage.clone(),
                format!("1.{garbage}"),
                format!("#1.{garbage}"),
            ] {
                if let Err(error) = Link::decode(&text) {
                    assert!(error.to_string().ends_with('.'));
                }
            }
        }
        assert_eq!(Link::decode("#"), Err(LinkError::Empty));
        assert_eq!(Link::decode("#section-2"), Err(LinkError::NotALink));
        assert_eq!(Link::decode("#2.abc"), Err(LinkError::Newer));
        assert_eq!(Link::decode("#1."), Err(LinkError::Damaged));
    }

    #[test]
    fn a_bomb_is_not_unfolded() {
        let bomb = compress_to_vec_zlib(&vec![b' '; 50 << 20], 9);
        let fragment = format!("1.{}", BASE64.encode(bomb));
        assert!(fragment.len() < MAX_FRAGMENT);
        assert_eq!(Link::decode(&fragment), Err(LinkError::TooBig));
        let long = Link::to_text("x".repeat(MAX_SOURCE + 1));
        assert_eq!(long.encode(), Err(LinkError::SourceTooLong));
    }

    #[test]
    fn limits_in_a_link_are_clamped() {
        let link = Link {
            options: RunOptions {
                max_memory: u64::MAX,
                max_output: u64::MAX,
                max_events: u32::MAX,
                ..RunOptions::default()
            },
            ..Link::to_text("pass")
        };
        let read = link.encode().and_then(|fragment| Link::decode(&fragment));
        assert_eq!(
            read.map(|link| link.options),
            Ok(link.options.clone().clamped())
        );
        assert!(link.options != link.options.clone().clamped());
    }

    #[test]
    fn a_link_of_version_1_stays_readable() {
        // Made by this version when it was new; must decode for ever.
        let fragment = include_str!("tests/link-version-1.txt");
        let link = Link::decode(fragment);
        let expected = Link {
            cursor: Some(12),
            ..Link::to_text("print('hello')\n")
        };
        assert_eq!(link, Ok(expected));
    }
}
