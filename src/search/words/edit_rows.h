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
    for (std::size_t offset = 0; offset < word.size();) {
      const auto character = text::character_at(word, offset);
      word_.push_back(character.code_point);
      offset += character.length_bytes;
    }
    EditRow root;
    for (unsigned place = 0; place <= 2 * limit; ++place) {
      root.cells[place] = over(place < limit ? limit + 1 : place - limit);
    }
    finish(root, 0);
    root.least_distance = root.distance;
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
    unsigned left = limit_ + 1;
    for (unsigned place = 0; place <= 2 * limit_; ++place) {
      unsigned value = limit_ + 1;
      const auto j = i + place - limit_;
      if (i + place >= limit_ && j <= word_.size()) {
        if (place < 2 * limit_) value = std::min(value, before.cells[place + 1] + 1U);
        value = std::min(value, left + 1);
        if (j >= 1) {
          value = std::min(value, before.cells[place] + (word_[j - 1] == letter ? 0U : 1U));
        }
        if (i >= 2 && j >= 2 && word_[j - 2] == letter && word_[j - 1] == before.letter) {
          value = std::min(value, rows_[i - 2].cells[place] + 1U);
        }
      }
      left = row.cells[place] = over(value);
    }
    finish(row, i);
    row.least_distance = std::min(before.least_distance, row.distance);
    return row;
  }

  /// Calls `visit` for each letter of the word that the band of the next row covers: where the last
  /// row's minimum is the limit, no other letter can follow, as only a match or a swap is free.
  template <class Visit>
  void each_letter_in_reach(Visit&& visit) const {
    const auto i = rows_.size();
    const auto first = i > limit_ ? i - limit_ : 1;
    for (auto j = first; j <= std::min(i + limit_, word_.size()); ++j) visit(word_[j - 1]);
  }

 private:
  [[nodiscard]] std::uint8_t over(unsigned value) const {
    return static_cast<std::uint8_t>(std::min(value, limit_ + 1));
  }

  void finish(EditRow& row, std::size_t i) const {
    const auto cells = std::span(row.cells).first(2 * limit_ + 1);
    row.minimum = std::ranges::min(cells);
    const auto place = word_.size() + limit_ - i;
    const bool in_band = word_.size() + limit_ >= i && place < cells.size();
    row.distance = in_band ? cells[place] : over(limit_ + 1);
  }

  unsigned limit_;
  std::vector<char32_t> word_;
  std::vector<EditRow> rows_;
};

}  // namespace tributary::search
