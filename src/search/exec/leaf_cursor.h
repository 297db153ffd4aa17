// search/exec/leaf_cursor.h
//
// Walks what one leaf adds to the scores of documents, window by window.
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "search/exec/query_leaf.h"
#include "search/exec/score_scale.h"

namespace tributary::search {

/// Sums of scores of one window and which documents have any.
struct WindowSums {
  alignas(64) std::array<std::uint32_t, kWindowDocuments> sums{};
  alignas(64) std::array<std::uint64_t, kWindowWords> touched{};
  alignas(64) std::array<std::uint64_t, kWindowWords> dirty{};  ///< may have a sum

  /// Call it after sums were added and before marks are taken away, so that clear() finds them.
  void note_marks() { kernels().or_words(dirty.data(), touched.data(), kWindowWords); }

  void clear() {
    for (std::size_t begin = 0, end = 0; begin < kWindowWords; begin = end + 1) {
      for (end = begin; end < kWindowWords && dirty[end] != 0; ++end) dirty[end] = touched[end] = 0;
      if (end > begin) std::memset(&sums[begin * 64], 0, (end - begin) * 64 * sizeof sums[0]);
    }
  }
};

/// The greatest of what several lists give to each document of one window.
struct WindowGreatest {
  static constexpr std::uint32_t kGroup = 64;  ///< documents whose numbers are noted together

  alignas(64) std::array<std::uint32_t, kWindowDocuments> values{};
  alignas(64) std::array<std::uint8_t, kWindowDocuments / kGroup> has_any{};  ///< 1 where it may

  void clear() {
    for (std::size_t group = 0; group < has_any.size(); ++group) {
      if (has_any[group] != 0) std::memset(&values[group * kGroup], 0, kGroup * sizeof values[0]);
    }
    has_any.fill(0);
  }
};

/// A document, and what leaves add to its score.
struct Added {
  std::uint32_t document = 0;
  std::uint32_t sum = 0;
};

/// Only ever moves forward. Not thread-safe; the leaf must outlive it. `first` is always that of a
/// window: a multiple of kWindowDocuments.
class LeafCursor {
 public:
  LeafCursor(const Leaf& leaf, const ScoreScale& scale);

  [[nodiscard]] std::uint64_t postings() const { return postings_; }
  /// Lists that probe() asks.
  [[nodiscard]] std::size_t lists() const { return terms_.size(); }
  /// A single list, which is a bitmap.
  [[nodiscard]] bool is_bitmap() const {
    return terms_.size() == 1 && terms_.front().list.list().is_bitmap();
  }

  /// Where so few documents are asked for, to look ahead at the windows of many lists does not pay.
  static constexpr std::size_t kFewDocuments = 64;

  /// The most that the leaf adds to any document, when about so many will be asked for.
  std::uint32_t bound(std::uint64_t asked);
  /// The most that the leaf adds to any document of the window.
  std::uint32_t window_bound(std::uint32_t first);
  /// The same of all windows, 0 where none has the leaf: each that a document has. REQUIRES:
  /// lists() > 1.
  std::span<const std::uint32_t> window_bounds() {
    find_bounds();
    return bounds_;
  }
  /// About `count` documents to which the most frequent term adds much, ascending, and what it
  /// adds; none where that term is rare. Moves nothing.
  [[nodiscard]] std::vector<Added> strongest(std::size_t count) const;
  /// Adds to each of `documents`, which ascend, what the leaf adds to it or less, and takes those
  /// out that none of its most frequent terms is in. Moves nothing.
  void add_at_least(std::vector<Added>& documents) const;
  /// As ListCursor::next_possible().
  std::uint32_t next_possible(std::uint32_t first);
  /// Adds to the sums of the documents of the window that have the leaf, and marks them.
  void accumulate(std::uint32_t first, WindowSums& window);
  /// What the leaf adds to the documents of the window, where that is at least `least`; elsewhere
  /// that or less. REQUIRES: lists() > 1.
  const WindowGreatest& greatest_in(std::uint32_t first, std::uint32_t least);
  /// Writes the documents of the window to which the leaf adds at least `least`, ascending, to
  /// `documents` and what it adds to `sums` (room for a window in both); returns how many.
  std::size_t collect(std::uint32_t first, std::uint32_t least, std::uint32_t* documents,
                      std::uint32_t* sums);

  /// Writes further documents to which the leaf adds at least `least`, ascending, and what it adds,
  /// until there are `enough` or no more; returns how many (room for 144 more than `enough` in
  /// both). REQUIRES: lists() == 1, and nothing else is asked of the cursor.
  std::size_t collect_next(std::uint32_t least, std::size_t enough, std::uint32_t* documents,
                           std::uint32_t* sums);
  /// Whether collect_next() has come to the end.
  [[nodiscard]] bool at_end() const { return terms_.front().list.at_end(); }

  /// What the leaf adds to each of `count` documents, 0 where it is not; they ascend, also from
  /// call to call. Where that and the document's own of `sums` make less than `least`, any number
  /// that makes no more.
  void probe_all(const std::uint32_t* documents, const std::uint32_t* sums, std::size_t count,
                 std::uint64_t least, std::uint32_t* added);
  /// What the leaf adds to `document`, 0 where it is not; documents ascend from call to call.
  std::uint32_t probe(std::uint32_t document);

 private:
  struct Term {
    ListCursor list;
    std::uint32_t factor;
  };
  [[nodiscard]] static std::vector<Term> terms_of(const Leaf& leaf, const LeafWord& word,
                                                  const ScoreScale& scale);
  static std::uint32_t greatest_at(std::vector<Term>& terms, std::uint32_t document);
  void find_next(std::uint32_t first);
  void find_bounds();
  void enter_window(std::uint32_t first);
  /// What several terms give `document`, if that is at least `least`, else something less.
  std::uint32_t greatest_from(std::uint32_t document, std::uint32_t least);

  /// A term of several, and the most that it gives in the window at hand.
  struct TermInWindow {
    std::uint32_t term;
    std::uint32_t bound;
  };

  std::vector<Term> terms_;  ///< of a word or prefix
  std::uint32_t documents_in_index_;
  std::uint32_t next_ = 0;  ///< as next_possible(), of a single term
  // Of several terms: the most that they give in each window, found out for all at once, as one
  // term after another is read so; those that have documents in the window at hand; and what they
  // give there.
  std::vector<std::uint32_t> bounds_;
  std::vector<TermInWindow> in_window_;
  std::uint32_t window_ = kNoDocument;
  std::unique_ptr<WindowGreatest> greatest_;
  std::span<const std::uint32_t> documents_;  ///< of a phrase …
  std::vector<std::uint32_t> values_;         ///< … and what each has
  std::size_t at_ = 0;
  std::uint64_t postings_ = 0;
};

// Here, because ranking asks about one document after another and wants no call for each.
inline std::uint32_t LeafCursor::greatest_at(std::vector<Term>& terms, std::uint32_t document) {
  std::uint32_t value = 0;
  for (auto& term : terms) {
    if (const auto found = term.list.find(document)) {
      value = std::max(value, term.factor * found->impact);
    }
  }
  return value;
}

inline std::uint32_t LeafCursor::probe(std::uint32_t document) {
  while (at_ < documents_.size() && documents_[at_] < document) ++at_;
  if (at_ < documents_.size() && documents_[at_] == document) return values_[at_];
  return greatest_at(terms_, document);
}

}  // namespace tributary::search
