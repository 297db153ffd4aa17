// search/words/edit_rows.h
//
// Rows of the edit distance between a word and the beginning of a term, one a letter of the term,
// as a stack: letters are added at the end, and taken back to go on with another term. The formula
// is in near_terms.h.
//
// Only the band of cells that can be within the limit is kept: row i holds D(i, i − limit) to
// D(i, i + limit). In row after row a cell of the same column then lies one place to the left, and
// substitution and swap come from the same place.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/words/near_terms.h"
#include "text/utf8.h"

namespace tributary::search {

struct EditRow {
  static constexpr std::size_t kCells = 2 * kMaximumEdits + 1;

  char32_t letter = 0;        ///< that the row was made for
  std::size_t end_bytes = 0;  ///< of the term, up to and with the letter
  std::array<std::uint8_t, kCells> cells{};
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
    for (unsigned place = 0; place <= 2 * limit; ++place) {
      root.cells[place] = static_cast<std::uint8_t>(place < limit ? limit + 1 : place - limit);
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

  /// The row that `letter` would add. REQUIRES: the last row's minimum is within the limit.
  [[nodiscard]] EditRow with(char32_t letter, std::size_t end_bytes) const {
    switch (limit_) {
      case 0:
        return row_with<0>(letter, end_bytes);
      case 1:
        return row_with<1>(letter, end_bytes);
      default:
        return row_with<2>(letter, end_bytes);
    }
  }

  /// Calls `visit` for each letter of the word that the band of the next row covers: where the last
  /// row's minimum is the limit, no other letter can follow, as only a match or a swap is free.
  template <class Visit>
  void each_letter_in_reach(Visit&& visit) const {
    const auto i = rows_.size();
    const auto first = i > limit_ ? i - limit_ : 1;
    for (auto j = first; j <= std::min(i + limit_, letters_); ++j) visit(letter_at(j));
  }

 private:
  static constexpr char32_t kNoLetter = 0xFFFFFFFF;

  /// Letter j of the word, from 1 on; around it are letters that equal no other. The columns beyond
  /// the word that arise so change nothing: by the formula D(i, j) ≥ D(i, word) for j behind it.
  [[nodiscard]] char32_t letter_at(std::size_t j) const {
    return padded_word_[j + kMaximumEdits - 1];
  }

  template <unsigned kLimit>
  [[nodiscard]] EditRow row_with(char32_t letter, std::size_t end_bytes) const {
    const auto i = rows_.size();
    const auto& before = rows_.back();
    const auto& two_before = rows_[i >= 2 ? i - 2 : 0];
    const auto* letters = &padded_word_[i + kMaximumEdits - kLimit - 1];  // that of the first cell
    EditRow row{.letter = letter, .end_bytes = end_bytes};
    unsigned left = kLimit + 1, minimum = kLimit + 1;
    for (unsigned place = 0; place <= 2 * kLimit; ++place) {
      unsigned value = std::min(kLimit, left) + 1;
      value = std::min(value, before.cells[place] + (letters[place] == letter ? 0U : 1U));
      if (place < 2 * kLimit) value = std::min(value, before.cells[place + 1] + 1U);
      if (place > 0 && i >= 2 && letters[place - 1] == letter && letters[place] == before.letter) {
        value = std::min(value, two_before.cells[place] + 1U);
      }
      left = value;
      minimum = std::min(minimum, value);
      row.cells[place] = static_cast<std::uint8_t>(value);
    }
    row.minimum = static_cast<std::uint8_t>(minimum);
    row.distance = distance_in(row, i);
    row.least_distance = std::min(before.least_distance, row.distance);
    return row;
  }

  [[nodiscard]] std::uint8_t distance_in(const EditRow& row, std::size_t i) const {
    const auto place = letters_ + limit_ - i;  // wraps where the band has left the word behind
    return place <= 2 * limit_ ? row.cells[place] : static_cast<std::uint8_t>(limit_ + 1);
  }

  unsigned limit_;
  std::size_t letters_ = 0;
  std::vector<char32_t> padded_word_;
  std::vector<EditRow> rows_;
};

}  // namespace tributary::search
