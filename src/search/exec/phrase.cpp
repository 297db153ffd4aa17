#include "search/exec/phrase.h"

#include <algorithm>

namespace tributary::search {

/// Where any of a place's terms stands, document after document.
class PhraseCheck::PlaceCursor {
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
      const auto found = term.list.find(document);
      if (!found) continue;
      term.positions.read(found->index, term.fields, of_term_);
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

namespace {

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

PhraseCheck::PhraseCheck(const PhraseParts& parts)
    : is_pair_(parts.is_pair), cursors_(parts.places.begin(), parts.places.end()) {
  for (const auto& pair : parts.pairs) pairs_.emplace_back(pair.list);
}
PhraseCheck::~PhraseCheck() = default;

bool PhraseCheck::stands_in(std::uint32_t document) {
  const auto stands = [&](ListCursor& pair) { return pair.contains(document); };
  if (!std::ranges::all_of(pairs_, stands)) return false;
  if (is_pair_) return true;
  beginnings_ = cursors_.front().spots(document);
  for (std::size_t i = 1; i < cursors_.size() && !beginnings_.empty(); ++i) {
    keep_continued(beginnings_, cursors_[i].spots(document), cursors_[i].offset());
  }
  return !beginnings_.empty();
}

}  // namespace tributary::search
