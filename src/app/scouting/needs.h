// app/scouting/needs.h
//
// What somebody needs, in their own words → projects that are close to it and far from innovations
// that are known already, each with its reasons.
//
//   const auto answer = TRY(portal.projects_for_need({.text = "mentors for apprentices in small
//   firms",
//                                                     .known = TRY(innovations.known())}));
//
//   score     = closeness · (1 − nearness to the nearest known innovation)
//   closeness = (words + 0.4 · cosine) / 1.4,   or words alone in a catalogue without latent
//   vectors
//
// words is the part of the weight of the need's 25 strongest words that the project carries, cosine
// that of the latent vectors, not below 0 (docs/similar.md); nearness is the same of the
// innovation's words. So each of them is 0 … 1, and compares from one answer to another.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/portal.h"
#include "base/date.h"
#include "base/result.h"
#include "ecosystem/innovation/likeness.h"
#include "search/index.h"
#include "store/catalogue_store.h"
#include "text/synonyms.h"

namespace tributary::app {

struct NeedQuery {
  std::string text;      ///< at most 5,000 bytes
  std::string language;  ///< ISO 639-1, of a text that is too short to tell; empty: English
  std::vector<FacetChoice> filters = {};
  std::vector<ecosystem::KnownInnovation> known = {};
  std::uint32_t limit = 10;                                            ///< at most 50
  std::optional<std::chrono::steady_clock::time_point> deadline = {};  ///< `timed_out` after it
};

/// How close two texts are.
struct Closeness {
  double words = 0, cosine = 0, value = 0;
};

struct NearInnovation {
  ecosystem::InnovationId id;
  Closeness closeness;
};

struct NeedHit {
  store::StoredProject project;  ///< without provenance and history
  catalogue::ProjectStatus status = catalogue::ProjectStatus::unknown;
  Closeness closeness;
  std::vector<search::SharedWord> shared;  ///< words of the need that it has
  std::optional<NearInnovation> nearest;   ///< of the known innovations; nothing where none is near
  double score = 0;
};

struct NeedAnswer {
  std::string language;          ///< that the text was read in; ISO 639-1
  bool has_vectors = false;      ///< whether cosines count
  std::uint64_t compared = 0;    ///< known innovations that were held against the projects
  std::uint64_t candidates = 0;  ///< the closest projects that were: at most 100
  std::vector<NeedHit> hits;     ///< best first
};

/// Errors: `invalid_argument` naming the parameter; as Portal::search().
Result<NeedAnswer> find_for_need(const NeedQuery& query, const search::Snapshot& snapshot,
                                 const text::Synonyms& synonyms, store::CatalogueStore& store,
                                 Date today);

}  // namespace tributary::app
