// search/words/compound_merge.h
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"
#include "search/words/compound_table.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// The compounds of a segment and its vocabulary, which must outlive what takes them.
struct CompoundsOfSegment {
  const FrontCodedTerms* words = nullptr;
  const CompoundTable* table = nullptr;
};

/// The compounds of several segments as one table. A word that two take apart differently keeps the
/// parts that the first gives it. Not thread-safe.
class CompoundMerge {
 public:
  explicit CompoundMerge(std::span<const CompoundsOfSegment> segments);

  /// Takes the words of the merged vocabulary, ascending.
  void take(std::uint32_t number, std::string_view word);

  /// Errors: `io`.
  Result<> write(SectionFileWriter& file);

 private:
  /// Walks over the compounds of one segment in the order of their words.
  struct Cursor {
    CompoundsOfSegment of;
    std::uint32_t compound = 0;
    std::string word = {};

    [[nodiscard]] bool at_end() const { return compound == of.table->compounds(); }
    void read() {
      if (!at_end()) word = of.words->term(of.table->word(compound));
    }
  };

  std::vector<Cursor> cursors_;
  CompoundTableBuilder builder_;
};

}  // namespace tributary::search
