// search/exec/document_set.h
//
// A set of documents as one bit each. Not thread-safe for writing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tributary::search {

class DocumentSet {
 public:
  explicit DocumentSet(std::uint32_t documents)
      : documents_(documents), words_((std::size_t{documents} + 63) / 64) {}

  static DocumentSet all(std::uint32_t documents) {
    DocumentSet set(documents);
    for (auto& word : set.words_) word = ~std::uint64_t{0};
    set.drop_tail();
    return set;
  }

  /// How many documents there are, in the set or not.
  [[nodiscard]] std::uint32_t documents() const { return documents_; }

  void add(std::uint32_t document) { words_[document / 64] |= std::uint64_t{1} << (document % 64); }
  [[nodiscard]] bool contains(std::uint32_t document) const {
    return (words_[document / 64] >> (document % 64) & 1) != 0;
  }

  DocumentSet& operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocumentSet& operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  void complement() {
    for (auto& word : words_) word = ~word;
    drop_tail();
  }

  [[nodiscard]] std::uint64_t count() const {
    std::uint64_t total = 0;
    for (const auto word : words_) total += static_cast<std::uint64_t>(std::popcount(word));
    return total;
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

  bool operator==(const DocumentSet&) const = default;

 private:
  void drop_tail() {
    if (documents_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (documents_ % 64)) - 1;
  }

  std::uint32_t documents_;
  std::vector<std::uint64_t> words_;
};

}  // namespace tributary::search
