// search/words/completion_spill.h
//
// What documents offer to be completed, on its way into a generation, in two temporary files
// (index/column_spill.h): every entry once, as kind u16 varint, length of the id varint, id, text;
// and for each document the numbers, varint each, of the entries that it offers. An entry that has
// an id is there as often as it is offered.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/column_spill.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// So many entries of a kind are offered: those of the most documents, and of equals those that the
/// documents added last have. The others are found by searching, as everything is.
inline constexpr std::size_t kMostCompletions = 50'000;

/// Removes its files at the end of its life. Not thread-safe.
class CompletionSpill {
 public:
  /// For files in `folder`.
  explicit CompletionSpill(const Path& folder)
      : values_(folder / "offered-texts.new"), offers_(folder / "offers.new") {}

  /// Of the document added next. Errors: `io`.
  Result<> add(std::uint16_t kind, std::string_view text, std::string_view id);

  /// Errors: `io`.
  Result<> end_document();

  /// Writes a file of completions (completion_builder.h) of the documents that were not replaced.
  /// Entries of a kind with the same id whose texts differ in case and accents only are one, with
  /// the spelling that most documents have; the weight is the number of documents. Of each kind the
  /// best kMostCompletions. Nothing may be added afterwards. Memory: that of these entries, and 30
  /// bytes for each that there is. Errors: `io`, `too_long`.
  Result<> write(const std::vector<bool>& replaced, SectionFileWriter& file);

 private:
  ColumnSpill values_, offers_;
  std::uint32_t entries_ = 0;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> numbers_;  // by hash of the value
  std::string value_, offered_;
};

}  // namespace tributary::search
