// search/exec/term_list.h
//
// The posting list of a term in all ranked fields or in one field, and where it stands there.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>

#include "search/index/segment.h"
#include "search/postings/list_cursor.h"
#include "search/postings/position_list.h"

namespace tributary::search {

/// A list with the positions beside it.
struct PositionedList {
  PostingList list;
  std::span<const std::byte> positions;
  FieldMask fields = ~FieldMask{0};  ///< of those positions, what counts
};

/// Hands out lists of one segment; makes those that the index does not hold. Not thread-safe;
/// segment and this object must outlive the lists.
class TermLists {
 public:
  explicit TermLists(const Segment& segment) : segment_(segment) {}

  /// Nothing where the term is in no document; `field` is a place in the schema, none for all
  /// ranked fields. A ranked field without lists of its own costs a pass over the term's positions.
  std::optional<PostingList> list(std::uint32_t term, std::optional<std::uint32_t> field);

  /// A list of these postings, ascending. REQUIRES: not empty.
  PostingList made_of(std::span<const Posting> postings);

  /// The list whose positions tell where the term stands in the field or fields.
  [[nodiscard]] std::optional<PositionedList> positioned(std::uint32_t term,
                                                         std::optional<std::uint32_t> field) const;

 private:
  PostingList restricted(const PositionedList& all, std::uint32_t field);

  const Segment& segment_;
  std::deque<std::string> made_;  ///< the bytes of lists that the index does not hold
};

}  // namespace tributary::search
