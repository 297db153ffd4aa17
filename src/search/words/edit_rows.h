// search/words/edit_rows.h
//
// Rows of the edit distance between a word and the beginning of a term, one a letter of the term,
// as a stack: letters are added at the end, and taken back to go on with another term. The formula
// is in near_terms.h.
//
// A row is the set of places in the word that are within e edits, for each e up to the limit: bit b
// of within[e] of row i is whether D(i, i − limit + b) ≤ e. More than 2·limit + 1 places cannot be
// within it. In row after row a bit then stands for a column one further to the right, so that a
// match, a substitution and a swap stay at their bit. Source: Wu & Manber (1992), Fast text
// searching allowing errors; Hyyrö (2003) for swaps.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/words/near_terms.h"
#include "text/utf8.h"

namespace tributary::search {

struct EditRow {
  char32_t letter = 0;        ///< that the row was made for
  std::size_t end_bytes = 0;  ///< of the term, up to and with the letter
  std::array<std::uint32_t, kMaximumEdits + 1> within{};
  std::uint8_t minimum = 0;
  std::uint8_t distance = 0;  ///< of the whole word to the term so far; over the limit, limit + 1
  std::uint8_t least_distance = 0;  ///< of the whole word to any beginning of the term so far
};

class EditRows {
 public:
  EditRows(std::string_view word, unsigned limit) : limit_(limit) {
    padded_word_.assign(kMaximumEdits, kNoLetter);
    for (std::size_t offset = 0; offset < word.size();) {
      const auto character = text::character_at(word, offset);
      padded_word_.push_back(character.code_point);
      offset += character.length_bytes;
    }
    letters_ = padded_word_.size() - kMaximumEdits;
    padded_word_.insert(padded_word_.end(), 2 * kMaximumEdits + 1, kNoLetter);
    EditRow root;
    for (unsigned edits = 0; edits <= limit; ++edits) {
      root.within[edits] = ((2U << edits) - 1) << limit;
    }
    root.distance = distance_in(root, 0);
    root.least_distance = root.distance;
    rows_.reserve(letters_ + limit + 2);
    rows_.push_back(root);
  }

  [[nodiscard]] const EditRow& last() const { return rows_.back(); }
  [[nodiscard]] std::size_t letters() const { return rows_.size() - 1; }
  void push(const EditRow& row) { rows_.push_back(row); }
  void pop() { rows_.pop_back(); }

  /// The row that `letter` would add.
  [[nodiscard]] EditRow with(char32_t letter, std::size_t end_bytes) const {
    const auto i = rows_.size();
    const auto& before = rows_.back();
    EditRow row{.letter = letter, .end_bytes = end_bytes};
    const auto same = places_of(letter);
    const auto swapped = swaps() & same << 1U;
    row.within[0] = before.within[0] & same;
    for (unsigned edits = 1; edits <= limit_; ++edits) {
      const auto fewer = before.within[edits - 1];
      const auto value = (before.within[edits] & same) | fewer | fewer >> 1U |
                         row.within[edits - 1] << 1U | (two_before().within[edits - 1] & swapped);
      row.within[edits] = value & ((2U << 2 * limit_) - 1);
    }
    row.minimum = least_edits(row, ~0U);
    row.distance = distance_in(row, i);
    row.least_distance = std::min(before.least_distance, row.distance);
    return row;
  }

  /// Calls `visit` for each letter that can follow where the last row's minimum is the limit: only
  /// a match or a swap is free.
  template <class Visit>
  void each_letter_in_reach(Visit&& visit) const {
    auto places = last().within[limit_];
    if (limit_ > 0) places |= (two_before().within[limit_ - 1] & swaps()) >> 1U;
    for (; places != 0; places &= places - 1) {
      const auto letter = band()[std::countr_zero(places)];
      if (letter != kNoLetter) visit(letter);
    }
  }

 private:
  static constexpr char32_t kNoLetter = 0xFFFFFFFF;

  /// The letters of the word at the bits of the next row. Around the word are letters that equal no
  /// other. The columns beyond it that arise so change nothing: by the formula D(i, j) ≥ D(i, word)
  /// for j behind it.
  [[nodiscard]] const char32_t* band() const {
    return &padded_word_[rows_.size() + kMaximumEdits - limit_ - 1];
  }
  /// The bits of the next row where the word has `letter`.
  [[nodiscard]] std::uint32_t places_of(char32_t letter) const {
    const auto* letters = band();
    std::uint32_t places = 0;
    for (unsigned bit = 0; bit <= 2 * kMaximumEdits; ++bit) {
      places |= std::uint32_t{letters[bit] == letter} << bit;
    }
    return places;
  }
  [[nodiscard]] const EditRow& two_before() const {
    return rows_[rows_.size() >= 2 ? rows_.size() - 2 : 0];
  }
  /// The bits of the next row where the last letter can end a swap; the first has none before it.
  [[nodiscard]] std::uint32_t swaps() const {
    return rows_.size() >= 2 ? places_of(last().letter) & ~1U : 0;
  }

  [[nodiscard]] std::uint8_t least_edits(const EditRow& row, std::uint32_t places) const {
    std::uint8_t edits = 0;
    while (edits <= limit_ && (row.within[edits] & places) == 0) ++edits;
    return edits;
  }
  [[nodiscard]] std::uint8_t distance_in(const EditRow& row, std::size_t i) const {
    const auto place = letters_ + limit_ - i;  // wraps where the band has left the word behind
    return least_edits(row, place <= 2 * limit_ ? 1U << place : 0);
  }

  unsigned limit_;
  std::size_t letters_ = 0;
  std::vector<char32_t> padded_word_;
  std::vector<EditRow> rows_;
};

}  // namespace tributary::search
