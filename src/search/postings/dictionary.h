// search/postings/dictionary.h
//
// All terms of an index in byte order, and where their lists lie. A term has up to one list in each
// *list set*: set 0 is over all ranked text fields; set 1 + f is over text field f alone, for those
// fields that have lists of their own (schema.h). The dictionary file:
//
//   string_offsets, string_bytes   the terms (index/string_table.h), ascending, each once
//
// and for each list set, `number` being the set:
//
//   list_terms      u32 each: numbers of the terms that have a list, ascending
//   list_counts     u32 each: how many documents
//   list_postings   u64 each: where the list begins in the file of postings; of a single document,
//                   document + 2³²·impact instead
//   list_positions  u64 each: where its positions begin in their file; only in set 0 and in sets of
//                   fields that are not ranked, for a ranked field's stand in set 0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"
#include "search/index/section_spill.h"
#include "search/index/string_table.h"
#include "search/postings/posting_list.h"

namespace tributary::search {

/// 0 for the ranked fields together, 1 + f for text field f.
using ListSet = std::uint32_t;
inline constexpr ListSet kRankedFields = 0;

/// One list of one term.
struct ListPlace {
  std::uint32_t term = 0;
  std::uint32_t document_count = 0;
  std::uint64_t postings = 0;   ///< as list_postings above
  std::uint64_t positions = 0;  ///< as list_positions above
};

/// Makes all sections at once, each in a spill of its own. Not thread-safe.
class DictionaryWriter {
 public:
  /// For a file in `folder`.
  DictionaryWriter(std::size_t list_sets, const Path& folder);

  /// Terms ascend. Returns the number of the term. Errors: `io`.
  Result<std::uint32_t> add_term(std::string_view term);
  /// Of the term added last. Errors: `io`.
  Result<> add_list(ListSet set, const ListPlace& place);
  /// Nothing may be added afterwards. Errors: `io`.
  Result<> write(SectionFileWriter& file);

 private:
  struct Set {
    explicit Set(const Path& folder)
        : terms(folder), counts(folder), postings(folder), positions(folder) {}
    SectionSpill terms, counts, postings, positions;
  };

  std::uint32_t terms_ = 0;
  SpilledStringTable texts_;
  std::vector<Set> sets_;
};

/// Finds terms and hands out their lists. Safe from any thread; the three files must outlive it.
class Dictionary {
 public:
  /// Errors: `corrupt` naming the file when terms do not ascend or a posting list is none.
  /// Positions are not gone through: PositionCursor stays inside whatever it is given.
  static Result<Dictionary> open(const SectionFile& dictionary, const SectionFile& postings,
                                 const SectionFile& positions, std::size_t list_sets,
                                 std::uint32_t documents);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view term) const;

  /// Numbers [first, second) of the terms that begin with `prefix`.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range_of(std::string_view prefix) const;

  [[nodiscard]] std::string_view term(std::uint32_t number) const { return terms_[number]; }

  /// Nothing where the term is in no document of the set.
  [[nodiscard]] std::optional<ListPlace> place(std::uint32_t term, ListSet set) const;

  /// Documents of the set that have the term.
  [[nodiscard]] std::uint32_t document_count(std::uint32_t term, ListSet set) const;

  [[nodiscard]] PostingList postings(const ListPlace& place) const;
  /// For the index of `postings(place)`: of a set that has positions.
  [[nodiscard]] std::span<const std::byte> positions(const ListPlace& place) const {
    return positions_.subspan(place.positions);
  }

 private:
  struct Set {
    std::span<const std::uint32_t> terms, counts;
    std::span<const std::uint64_t> postings, positions;
  };
  Dictionary(StringTable terms, std::vector<Set> sets, std::span<const std::byte> postings,
             std::span<const std::byte> positions, std::uint32_t documents)
      : terms_(terms),
        sets_(std::move(sets)),
        postings_(postings),
        positions_(positions),
        documents_(documents) {}

  StringTable terms_;
  std::vector<Set> sets_;
  std::span<const std::byte> postings_, positions_;
  std::uint32_t documents_;
};

}  // namespace tributary::search
