// search/postings/dictionary.h
//
// All terms of an index in byte order, and where their lists lie. A term has up to one list in each
// *list set*: set 0 is over all ranked text fields; set 1 + f is over text field f alone, for those
// fields that have lists of their own (schema.h). The dictionary file:
//
//   term_blocks, term_bytes   the terms (words/front_coded_terms.h), in blocks of 16
//   list_blocks   u64 × blocks: where in list_places each begins
//   list_places   for each block of terms:
//                   postings   u64: where its lists begin in the file of postings
//                   positions  u64: and in that of positions
//                 for each list of each of its terms, lowest set first:
//                   tag        varint set·4 + (2 where it is of a single document)
//                                   + (1 where another list of the term follows)
//                   of a single document: document varint, impact u8
//                   of more: how many varint, bytes in the file of postings varint
//                   bytes in the file of positions varint; 0 in sets of ranked fields, whose
//                   positions stand in set 0
//
// Lists lie in their files in the order of these entries, nothing between them, so that a place
// is the sum of what comes before it in its block.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "search/index/section_file.h"
#include "search/index/section_spill.h"
#include "search/postings/posting_list.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// 0 for the ranked fields together, 1 + f for text field f.
using ListSet = std::uint32_t;
inline constexpr ListSet kRankedFields = 0;

/// One list of one term, as it lies in its files.
struct ListPlace {
  std::uint32_t document_count = 0;
  Posting single;                   ///< where there is one document
  std::uint64_t postings = 0;       ///< where it begins in the file of postings …
  std::uint32_t posting_bytes = 0;  ///< … none where there is one document
  std::uint64_t positions = 0;      ///< likewise, of positions
  std::uint32_t position_bytes = 0;
};

/// Makes all sections at once, each in a spill of its own. Not thread-safe.
class DictionaryWriter {
 public:
  /// For a file in `folder`.
  explicit DictionaryWriter(const Path& folder);

  /// Terms ascend. Errors: `io`.
  Result<> add_term(std::string_view term);
  /// Of the term added last, which has at least one; sets ascend, and lists lie in their files in
  /// the order in which they are added here. Where they begin need not be told. Errors: `io`.
  Result<> add_list(ListSet set, const ListPlace& list);
  /// Nothing may be added afterwards. Errors: `io`.
  Result<> write(SectionFileWriter& file);

 private:
  Result<> end_list(bool is_followed);
  Result<> append_places(std::string_view bytes);

  std::uint32_t terms_ = 0;
  FrontCodedTermsBuilder texts_;
  SectionSpill text_bytes_, list_blocks_, list_places_;
  std::uint64_t places_bytes_ = 0, postings_bytes_ = 0, positions_bytes_ = 0;
  struct Waiting {
    std::uint32_t tag = 0;
    std::string rest;
  };
  std::optional<Waiting> waiting_;  ///< a list until it is known whether another follows
};

/// Finds terms and hands out their lists. Safe from any thread; the three files must outlive it.
class Dictionary {
 public:
  /// Errors: `corrupt` naming the file when terms do not ascend or a posting list is none, or is
  /// of a set that there is not.
  /// Positions are not gone through: PositionCursor stays inside whatever it is given.
  static Result<Dictionary> open(const SectionFile& dictionary, const SectionFile& postings,
                                 const SectionFile& positions, std::size_t list_sets,
                                 std::uint32_t documents);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] const FrontCodedTerms& terms() const { return terms_; }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view term) const;

  [[nodiscard]] std::string term(std::uint32_t number) const { return terms_.term(number); }

  /// Nothing where the term is in no document of the set.
  [[nodiscard]] std::optional<ListPlace> place(std::uint32_t term, ListSet set) const;

  /// Documents of the set that have the term.
  [[nodiscard]] std::uint32_t document_count(std::uint32_t term, ListSet set) const;

  [[nodiscard]] PostingList postings(const ListPlace& place) const;
  /// For the index of `postings(place)`: of a set that has positions.
  [[nodiscard]] std::span<const std::byte> positions(const ListPlace& place) const {
    return positions_.subspan(place.positions, place.position_bytes);
  }

 private:
  Dictionary(FrontCodedTerms terms, std::span<const std::uint64_t> list_blocks,
             std::span<const std::byte> list_places, std::span<const std::byte> postings,
             std::span<const std::byte> positions, std::uint32_t documents)
      : terms_(std::move(terms)),
        list_blocks_(list_blocks),
        list_places_(list_places),
        postings_(postings),
        positions_(positions),
        documents_(documents) {}

  FrontCodedTerms terms_;
  std::span<const std::uint64_t> list_blocks_;
  std::span<const std::byte> list_places_, postings_, positions_;
  std::uint32_t documents_;
};

}  // namespace tributary::search
