// search/postings/list_cursor.h
//
// Walks one posting list from the front to the back, posting by posting or window by window
// (kWindowDocuments), decoding a block only when something in it is asked for.
#pragma once

#include <array>
#include <optional>

#include "search/postings/posting_list.h"

namespace tributary::search {

/// Only ever moves forward. Not thread-safe; the list's bytes must outlive it.
class ListCursor {
 public:
  explicit ListCursor(const PostingList& list) : list_(list) {}

  [[nodiscard]] const PostingList& list() const { return list_; }

  /// Moves to the first posting whose document is not before `document`, and returns that document;
  /// kNoDocument at the end.
  std::uint32_t seek(std::uint32_t document);

  /// A posting: its impact, and which of the list it is.
  struct Found {
    Impact impact = 0;
    std::uint32_t index = 0;
  };
  /// The posting of a document, which is not before that of an earlier call. Dense blocks are asked
  /// without being decoded.
  std::optional<Found> find(std::uint32_t document);
  /// Whether there is one; documents as for find().
  bool contains(std::uint32_t document);

  // Of the posting that seek() found. REQUIRES: it found one.
  [[nodiscard]] Impact impact() const { return impacts_[at_]; }
  [[nodiscard]] std::uint32_t index() const { return list_.first_index(block_) + at_; }

  /// The impact of each of `count` documents, 0 where it is no posting. They ascend and are not
  /// before those of earlier calls.
  void impacts_of(const std::uint32_t* documents, std::size_t count, Impact* impacts);

  /// The greatest impact that a document of the window beginning at `first` may have: exact where
  /// the list has window maxima, else that of the blocks that reach into it. `first` is a multiple
  /// of kWindowDocuments and not before that of an earlier call.
  Impact window_bound(std::uint32_t first);

  /// A document that no posting in or after the window beginning at `first` comes before: the first
  /// of these where the list has no window maxima, else one that may have none. kNoDocument at the
  /// end.
  std::uint32_t next_possible(std::uint32_t first);

  /// Adds `factor` times the impact of each document of the window to its sum and sets its bit.
  void accumulate(std::uint32_t first, std::uint32_t factor, std::uint32_t* sums,
                  std::uint64_t* touched);

  /// Writes the documents of the window whose impact is at least `least` to `documents`, their
  /// impacts to `impacts` (room for a window and 16 in both), and returns how many.
  std::size_t collect(std::uint32_t first, Impact least, std::uint32_t* documents,
                      std::uint32_t* impacts);

  /// Writes the documents of further blocks whose impact is at least `least`, and their impacts,
  /// until there are `enough` or the list ends; returns how many (room for 144 more than `enough`
  /// in both). Blocks that have none are not decoded.
  std::size_t collect_blocks(Impact least, std::size_t enough, std::uint32_t* documents,
                             std::uint32_t* impacts);
  /// Whether no block is left.
  [[nodiscard]] bool at_end() const { return block_ >= list_.blocks(); }

  /// Raises values[document − first] to `factor` times the impact of each document of the window
  /// that has at least `least`, maybe also of others, and sets marks[(document − first) / 64] to 1.
  /// Blocks that have none are not decoded.
  void raise(std::uint32_t first, Impact least, std::uint32_t factor, std::uint32_t* values,
             std::uint8_t* marks);

 private:
  static constexpr std::uint32_t kNoBlock = UINT32_MAX;

  /// The first block from `block_` on whose last document is not before `document`.
  void skip_blocks(std::uint32_t document);
  /// The same for the postings of the decoded block.
  void skip_postings(std::uint32_t document);
  void decode(std::uint32_t block);
  /// As impacts_of(), of documents that are not past block_.
  void impacts_in_block(const std::uint32_t* documents, std::size_t count, Impact* impacts);
  /// Moves to the first posting of the window in a block that has an impact of at least `least`,
  /// and decodes that block; false where there is none. REQUIRES: blocks before the window are
  /// done.
  bool decode_in_window(std::uint32_t first, Impact least);
  /// The first place from at_ on in the decoded block whose document is past the window.
  [[nodiscard]] std::uint32_t end_in_block(std::uint32_t first) const;

  PostingList list_;
  std::uint32_t block_ = 0;           ///< all blocks before it are done
  std::uint32_t decoded_ = kNoBlock;  ///< the block in documents_
  std::uint32_t size_ = 0;            ///< postings in it
  std::uint32_t at_ = 0;              ///< the next posting in it
  const Impact* impacts_ = nullptr;
  std::array<std::uint32_t, kBlockRoom> documents_{};
};

}  // namespace tributary::search
