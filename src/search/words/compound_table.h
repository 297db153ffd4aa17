// search/words/compound_table.h
//
// The compounds among the words of a segment, and what they are made of: "platz" leads to
// "ausbildungsplatz" and "arbeitsplatz", "ausbildungsplatz" to "ausbildung" and "platz".
//
//   part_stem_offsets, _bytes   string table: the parts as indexed, ascending
//   part_word_offsets, _bytes   string table: each as a word that people can read
//   part_documents              u32 × parts: documents that had the part as a word of its own, in
//                               the languages with compounds and in all segments that there were
//                               when the compounds were found
//   part_lists                  u32 × (parts + 1): where the compounds of each part begin in …
//   part_compounds              u32 each: compounds by number, ascending for each part
//   compound_words              u32 × compounds: the number of each in the vocabulary, ascending
//   compound_lists              u32 × (compounds + 1): where the parts of each begin in …
//   compound_parts              u32 each: parts by number, in the order of the word
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"
#include "search/index/string_table.h"

namespace tributary::search {

/// A part of a compound.
struct WordPart {
  std::string stem;  ///< as indexed
  std::string word;  ///< folded, as it stands alone
  bool operator==(const WordPart&) const = default;
};

/// Not thread-safe.
class CompoundTableBuilder {
 public:
  /// REQUIRES: words ascend; two parts at least.
  void add(std::uint32_t word, std::span<const WordPart> parts);

  /// So many documents have a part as a word of its own; the most that is told counts.
  void tell_documents(std::string_view stem, std::uint32_t documents);

  /// The stems of all parts so far.
  [[nodiscard]] std::vector<std::string> stems() const;

  /// Errors: `io`.
  Result<> write(SectionFileWriter& file) const;

 private:
  struct Part {
    std::string stem, word;
    std::uint32_t documents = 0;
  };
  std::uint32_t number_of(const WordPart& part);

  boost::unordered_flat_map<std::string, std::uint32_t> numbers_;  ///< by stem
  std::vector<Part> parts_;                                        ///< in order of arrival
  std::vector<std::uint32_t> words_, lists_{0}, of_compounds_;
};

/// Views a file, which must outlive it. Safe from any thread.
class CompoundTable {
 public:
  /// Errors: `corrupt` when the sections do not fit each other or a vocabulary of `words`.
  static Result<CompoundTable> open(const SectionFile& file, std::size_t words);

  [[nodiscard]] std::uint32_t compounds() const {
    return static_cast<std::uint32_t>(words_.size());
  }
  /// In the vocabulary.
  [[nodiscard]] std::uint32_t word(std::uint32_t compound) const { return words_[compound]; }
  [[nodiscard]] std::span<const std::uint32_t> parts_of(std::uint32_t compound) const {
    return parts_.subspan(part_lists_[compound], part_lists_[compound + 1] - part_lists_[compound]);
  }
  /// The compound that a word of the vocabulary is.
  [[nodiscard]] std::optional<std::uint32_t> find_compound(std::uint32_t word) const;

  [[nodiscard]] std::uint32_t parts() const { return static_cast<std::uint32_t>(stems_.size()); }
  [[nodiscard]] WordPart part(std::uint32_t part) const {
    return {.stem = std::string(stems_[part]), .word = std::string(part_words_[part])};
  }
  [[nodiscard]] std::uint32_t documents(std::uint32_t part) const { return documents_[part]; }
  [[nodiscard]] std::span<const std::uint32_t> compounds_with(std::uint32_t part) const {
    return compounds_.subspan(lists_[part], lists_[part + 1] - lists_[part]);
  }
  [[nodiscard]] std::optional<std::uint32_t> find_part(std::string_view stem) const;

 private:
  CompoundTable(StringTable stems, StringTable part_words)
      : stems_(stems), part_words_(part_words) {}

  StringTable stems_, part_words_;
  std::span<const std::uint32_t> documents_, lists_, compounds_;  ///< by part
  std::span<const std::uint32_t> words_, part_lists_, parts_;     ///< by compound
};

}  // namespace tributary::search
