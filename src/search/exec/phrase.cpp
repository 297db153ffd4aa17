#include "search/exec/phrase.h"

#include <algorithm>

namespace tributary::search {
namespace {

/// Where any of a place's terms stands, document after document.
class PlaceCursor {
 public:
  explicit PlaceCursor(const PhrasePlace& place) : offset_(place.offset) {
    for (const auto& term : place.terms) {
      terms_.push_back({.list = ListCursor(term.list),
                        .positions = PositionCursor(term.positions, term.list.document_count()),
                        .fields = term.fields});
    }
  }

  [[nodiscard]] std::uint32_t offset() const { return offset_; }

  /// Ascending; valid until the next call. Documents ascend from call to call.
  const std::vector<Spot>& spots(std::uint32_t document) {
    spots_.clear();
    bool is_mixed = false;
    for (auto& term : terms_) {
      if (term.list.seek(document) != document) continue;
      term.positions.read(term.list.index(), term.fields, of_term_);
      is_mixed = is_mixed || !spots_.empty();
      spots_.insert(spots_.end(), of_term_.begin(), of_term_.end());
    }
    if (is_mixed) std::ranges::sort(spots_);
    return spots_;
  }

 private:
  struct Term {
    ListCursor list;
    PositionCursor positions;
    FieldMask fields;
  };
  std::vector<Term> terms_;
  std::uint32_t offset_;
  std::vector<Spot> spots_, of_term_;
};

/// Leaves those beginnings of the phrase after which `spots` have one at `offset`.
void keep_continued(std::vector<Spot>& beginnings, const std::vector<Spot>& spots,
                    std::uint32_t offset) {
  auto at = spots.begin();
  std::erase_if(beginnings, [&](Spot beginning) {
    while (at != spots.end() && *at < beginning + offset) ++at;
    return at == spots.end() || *at != beginning + offset;
  });
}

}  // namespace

std::vector<std::uint32_t> documents_with_phrase(std::span<const PhrasePlace> places,
                                                 std::span<const std::uint32_t> candidates) {
  std::vector<PlaceCursor> cursors(places.begin(), places.end());
  std::vector<Spot> beginnings;
  std::vector<std::uint32_t> found;
  for (const auto document : candidates) {
    beginnings = cursors.front().spots(document);
    for (std::size_t i = 1; i < cursors.size() && !beginnings.empty(); ++i) {
      keep_continued(beginnings, cursors[i].spots(document), cursors[i].offset());
    }
    if (!beginnings.empty()) found.push_back(document);
  }
  return found;
}

}  // namespace tributary::search
