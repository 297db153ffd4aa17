// search/exec/document_set.h
//
// A set of documents as one bit each, in whole windows of kWindowDocuments, so that a window of it
// can be read without looking for the end. Not thread-safe for writing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/kernels/kernels.h"

namespace tributary::search {

class DocumentSet {
 public:
  explicit DocumentSet(std::uint32_t documents)
      : documents_(documents), words_(words_in_windows(documents)) {}

  static DocumentSet all(std::uint32_t documents) {
    DocumentSet set(documents);
    for (auto& word : set.words_) word = ~std::uint64_t{0};
    set.drop_tail();
    return set;
  }

  /// How many documents there are, in the set or not.
  [[nodiscard]] std::uint32_t documents() const { return documents_; }

  /// Bit d % 64 of word d / 64 is document d; the words of the last window are all there.
  [[nodiscard]] std::uint64_t* words() { return words_.data(); }
  [[nodiscard]] const std::uint64_t* words() const { return words_.data(); }
  [[nodiscard]] std::size_t word_count() const { return words_.size(); }

  void add(std::uint32_t document) { words_[document / 64] |= std::uint64_t{1} << (document % 64); }
  [[nodiscard]] bool contains(std::uint32_t document) const {
    return (words_[document / 64] >> (document % 64) & 1) != 0;
  }

  DocumentSet& operator&=(const DocumentSet& other) {
    kernels().and_words(words_.data(), other.words_.data(), words_.size());
    return *this;
  }
  DocumentSet& operator|=(const DocumentSet& other) {
    kernels().or_words(words_.data(), other.words_.data(), words_.size());
    return *this;
  }
  /// Takes out what `other` holds.
  DocumentSet& operator-=(const DocumentSet& other) {
    kernels().and_not_words(words_.data(), other.words_.data(), words_.size());
    return *this;
  }
  void complement() {
    for (auto& word : words_) word = ~word;
    drop_tail();
  }

  [[nodiscard]] std::uint64_t count() const {
    return kernels().count_bits(words_.data(), words_.size());
  }
  [[nodiscard]] std::uint64_t count_common(const DocumentSet& other) const {
    return kernels().count_common_bits(words_.data(), other.words_.data(), words_.size());
  }

  /// Calls `visit(document)` in ascending order.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(std::countr_zero(word))));
      }
    }
  }

  /// Takes out each document, asked in ascending order, that is not to `stay`.
  template <class Stay>
  void keep_if(Stay stay) {
    for_each([&](std::uint32_t document) {
      if (!stay(document)) words_[document / 64] &= ~(std::uint64_t{1} << document % 64);
    });
  }

  /// Ascending.
  [[nodiscard]] std::vector<std::uint32_t> numbers() const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(count());
    for_each([&](std::uint32_t document) { numbers.push_back(document); });
    return numbers;
  }

  /// Clears what lies past the last document, for whoever wrote whole words.
  void drop_tail() {
    for (std::size_t word = documents_ / 64; word < words_.size(); ++word) {
      const auto first = word * 64;
      words_[word] &= first >= documents_ ? 0 : (std::uint64_t{1} << (documents_ - first)) - 1;
    }
  }

  bool operator==(const DocumentSet&) const = default;

 private:
  std::uint32_t documents_;
  std::vector<std::uint64_t> words_;
};

}  // namespace tributary::search
