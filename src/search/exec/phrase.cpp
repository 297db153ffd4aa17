#include "search/exec/phrase.h"

#include <algorithm>

#include "search/postings/posting_codec.h"

namespace tributary::search {
namespace {

/// Field and position as one number, so that neighbours in a field are neighbours as numbers.
using Spot = std::uint64_t;

/// Where one term stands in each candidate: candidate i has spots[begins[i]] .. spots[begins[i+1]],
/// ascending.
struct Spots {
  std::vector<std::size_t> begins;
  std::vector<Spot> spots;

  [[nodiscard]] std::span<const Spot> of(std::size_t candidate) const {
    return std::span(spots).subspan(begins[candidate], begins[candidate + 1] - begins[candidate]);
  }
};

Result<Spots> spots_of(const Generation& generation, std::size_t term, FieldMask fields,
                       std::span<const std::uint32_t> candidates) {
  const auto& dictionary = generation.dictionary();
  PostingReader postings(dictionary.postings(term), generation.documents());
  PositionReader positions(dictionary.positions(term));
  std::vector<std::uint32_t> in_field;
  Spots result;
  bool complete = true;
  while (complete && postings.next()) {
    const auto document = postings.document();
    while (result.begins.size() < candidates.size() &&
           candidates[result.begins.size()] < document) {
      result.begins.push_back(result.spots.size());
    }
    const bool is_candidate =
        result.begins.size() < candidates.size() && candidates[result.begins.size()] == document;
    if (is_candidate) result.begins.push_back(result.spots.size());
    for_each_field(postings, [&](std::uint32_t field, std::uint32_t frequency) {
      complete = complete && positions.read(frequency, in_field);
      if (!is_candidate || (fields >> field & 1) == 0) return;
      for (const auto position : in_field) result.spots.push_back(Spot{field} << 32 | position);
    });
  }
  if (postings.broken() || !complete) {
    return fail(ErrorCode::corrupt, "a list of positions is damaged",
                file_name(generation.number(), FileKind::positions));
  }
  result.begins.resize(candidates.size() + 1, result.spots.size());
  return result;
}

bool stands_at(const std::vector<Spots>& terms, std::size_t candidate, Spot spot) {
  return std::ranges::any_of(terms, [&](const Spots& term) {
    return std::ranges::binary_search(term.of(candidate), spot);
  });
}

}  // namespace

Result<std::vector<std::uint32_t>> documents_with_phrase(
    const Generation& generation, std::span<const PhrasePlace> places, FieldMask fields,
    std::span<const std::uint32_t> candidates) {
  std::vector<std::vector<Spots>> by_place;
  for (const auto& place : places) {
    auto& terms = by_place.emplace_back();
    for (const auto term : place.terms) {
      terms.push_back(TRY(spots_of(generation, term, fields, candidates)));
    }
  }
  // Whether the whole phrase stands where its first place does.
  const auto begins_at = [&](std::size_t candidate, Spot spot) {
    for (std::size_t place = 1; place < places.size(); ++place) {
      if (!stands_at(by_place[place], candidate, spot + places[place].offset)) return false;
    }
    return true;
  };
  std::vector<std::uint32_t> found;
  for (std::size_t candidate = 0; candidate < candidates.size(); ++candidate) {
    const bool has_phrase = std::ranges::any_of(by_place.front(), [&](const Spots& first) {
      return std::ranges::any_of(first.of(candidate),
                                 [&](Spot spot) { return begins_at(candidate, spot); });
    });
    if (has_phrase) found.push_back(candidates[candidate]);
  }
  return found;
}

}  // namespace tributary::search
