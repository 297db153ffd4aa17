// search/postings/posting_list.h
//
// The documents of one term in ascending order, each with its impact (postings/impact.h). Five
// forms, by how many documents there are (df) of the N of the index:
//
//   df 1           no bytes: document and impact stand in the dictionary entry
//   df 2..127      width     u8: bits of a gap, at most 32
//                  gaps      so many bits (bits.h) × df, in whole bytes; the first is the document
//                            number, each other the distance from the document before − 1
//                  impacts   u8 × df
//   df ≥ 128 and   a bitmap, of which a *block* is 128 documents, whether they have the term or
//   not: df ≥ N / 8
//     maxima          u8 × ⌈N / 128⌉: the greatest impact among the documents of the block; 0 where
//                     there is none
//     window maxima   u8 × ⌈N / 4096⌉: the greatest impact among the documents 4096·w .. 4096·w +
//     4095 ranks           u32 × ⌈N / 512⌉: how many postings come before document 512·r bits u64 ×
//     64·⌈N / 4096⌉: one bit a document, in whole windows impacts         u8 × df
//   df ≥ 128       a directory of ⌈df / 128⌉ blocks, then their bytes:
//     last documents  u32 × blocks
//     beginnings      u32 × ⌈blocks / 64⌉: where the blocks 64·g .. 64·g + 63 begin, from the end
//     of
//                     the directory
//     offsets         u16 × blocks: where a block begins, from the beginning of its 64
//     maxima          u8 × blocks: the greatest impact of the block
//     codes           u8 × blocks
//     window maxima   u8 × ⌈N / 4096⌉, only where df ≥ 4·N / 4096: as above; 0 where there is none
//     block           impacts u8 each, then the documents as the code says:
//       0..32         128 gaps of so many bits (kernels/kernels.h), from the last document before
//       64            a bitset, where that takes no more than one bit a posting more: u32 number w
//                     of its first word, then u64 words over the documents from 64·w to the last
//                     document of the block
//       128..160      the last block when it has fewer than 128 postings: gaps of so many bits less
//                     128 (bits.h), in whole bytes
//
// Integers little-endian, at any alignment. Sizes (measured, bench/results): about two bytes a
// posting.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "search/kernels/kernels.h"
#include "search/postings/impact.h"

namespace tributary::search {

inline constexpr std::uint32_t kNoDocument = UINT32_MAX;

/// Room that a decoded block takes: kernels write a vector more.
inline constexpr std::size_t kBlockRoom = kBlockPostings + 16;

struct Posting {
  std::uint32_t document = 0;
  Impact impact = 0;
  bool operator==(const Posting&) const = default;
};

inline constexpr std::uint8_t kBitsetCode = 64;
inline constexpr std::uint8_t kFirstTailCode = 128;

/// Blocks whose beginnings are told together. A block takes up to 656 bytes, so that 64 of them end
/// within what an offset can say.
inline constexpr std::uint32_t kBlocksTogether = 64;

/// Whether a list of `document_count` has window maxima in an index of `documents`.
inline bool has_window_maxima(std::uint32_t document_count, std::uint32_t documents) {
  return document_count >= kBlockPostings &&
         std::uint64_t{document_count} * kWindowDocuments >= 4 * std::uint64_t{documents};
}

/// Whether such a list is a bitmap.
inline bool has_bitmap(std::uint32_t document_count, std::uint32_t documents) {
  return document_count >= kBlockPostings && std::uint64_t{document_count} * 8 >= documents;
}

/// Documents from one rank of a bitmap to the next.
inline constexpr std::uint32_t kRankedDocuments = 512;

/// Where the parts of a bitmap begin, in bytes from the beginning of its list.
struct BitmapLayout {
  std::size_t window_maxima, ranks, bits, impacts;

  static BitmapLayout of(std::uint32_t documents);
};

/// Whether a list has its impacts. Without them it tells documents alone, and has no bytes where
/// the impacts of others are.
enum class Impacts : std::uint8_t { stored, left_out };

/// Appends the list of `postings` (ascending, at least one) to `bytes`; nothing for a single one.
void append_posting_list(std::string& bytes, std::span<const Posting> postings,
                         std::uint32_t documents, Impacts impacts = Impacts::stored);

/// A list in place. Cheap to copy; safe from any thread while the bytes stay.
class PostingList {
 public:
  PostingList() = default;
  /// `bytes` as written for `document_count` ≥ 2 postings. REQUIRES: is_posting_list()
  /// (posting_check.h), as Dictionary::open() sees to.
  PostingList(std::span<const std::byte> bytes, std::uint32_t document_count,
              std::uint32_t documents, Impacts impacts = Impacts::stored);
  explicit PostingList(Posting single) : document_count_(1), blocks_(1), single_(single) {}

  [[nodiscard]] std::uint32_t document_count() const { return document_count_; }
  [[nodiscard]] bool is_in_blocks() const { return document_count_ >= kBlockPostings; }
  /// A list in blocks of documents, any of which may have no posting.
  [[nodiscard]] bool is_bitmap() const { return bits_ != nullptr; }
  [[nodiscard]] std::uint32_t blocks() const { return blocks_; }
  [[nodiscard]] std::uint32_t block_size(std::uint32_t block) const {
    if (is_bitmap()) return size_in_bitmap(block);
    return block + 1 < blocks_ ? kBlockPostings : document_count_ - block * kBlockPostings;
  }
  /// How many postings come before those of the block.
  [[nodiscard]] std::uint32_t first_index(std::uint32_t block) const {
    return is_bitmap() ? rank(block * kBlockPostings) : block * kBlockPostings;
  }
  /// Of the block; of a bitmap, the last that it could have. REQUIRES: the list is in blocks.
  [[nodiscard]] std::uint32_t last_document(std::uint32_t block) const {
    if (is_bitmap()) return block * kBlockPostings + (kBlockPostings - 1);
    return load<std::uint32_t>(bytes_.data() + 4 * std::size_t{block});
  }
  [[nodiscard]] Impact block_maximum(std::uint32_t block) const {
    return std::to_integer<Impact>(maxima_[block]);
  }
  /// No impact of the list is greater: exact where it is in blocks.
  [[nodiscard]] Impact greatest_bound() const;
  /// Null where the list has none.
  [[nodiscard]] const std::byte* window_maxima() const { return window_maxima_; }
  /// Raises the bound of each window to `factor` times the greatest impact that the list has there.
  void raise_window_bounds(std::uint32_t factor, std::uint32_t* bounds) const;

  // Of a bitmap; documents are below those of the index:
  [[nodiscard]] bool has_bit(std::uint32_t document) const {
    return (bitmap_word(document / 64) >> document % 64 & 1) != 0;
  }
  /// How many postings come before `document`.
  [[nodiscard]] std::uint32_t rank(std::uint32_t document) const;
  /// The bits of the window beginning at `first`, and the impacts of those and of all after them.
  [[nodiscard]] const std::byte* window_bits(std::uint32_t first) const {
    return bits_ + first / 8;
  }
  [[nodiscard]] const Impact* window_impacts(std::uint32_t first) const {
    return reinterpret_cast<const Impact*>(payload_) + rank(first);
  }
  /// 0 where the document is none.
  [[nodiscard]] Impact impact_in_bitmap(std::uint32_t document) const {
    return has_bit(document) ? std::to_integer<Impact>(payload_[rank(document)]) : Impact{0};
  }

  [[nodiscard]] bool is_bitset(std::uint32_t block) const {
    return is_in_blocks() && !is_bitmap() && code(block) == kBitsetCode;
  }
  /// Impacts of a block, which lie in the list. REQUIRES: the list is in blocks and
  /// no bitmap.
  [[nodiscard]] const Impact* impacts(std::uint32_t block) const {
    return reinterpret_cast<const Impact*>(payload_ + offset(block));
  }
  /// Which posting of its block a document is; nothing where it is none. REQUIRES: the block is a
  /// bitset and does not end before the document.
  [[nodiscard]] std::optional<std::uint32_t> place_in_bitset(std::uint32_t block,
                                                             std::uint32_t document) const;
  /// Whether it is a posting at all. REQUIRES: as above.
  [[nodiscard]] bool is_in_bitset(std::uint32_t block, std::uint32_t document) const;

  /// Writes the documents of a block to `documents` (room for kBlockRoom) and returns its impacts,
  /// which lie in the list; where they are left out, nothing that may be read. Lists that are not
  /// in blocks have one block, 0.
  const Impact* decode_block(std::uint32_t block, std::uint32_t* documents) const;

  /// Sets the bits of all documents, one bit each in `words`.
  void add_to(std::uint64_t* words) const;
  /// Clears the bits of all other documents. REQUIRES: the list is a bitmap.
  void keep_in(std::uint64_t* words) const;
  /// How many documents have their bit in `words`.
  [[nodiscard]] std::uint64_t count_in(const std::uint64_t* words) const;
  /// How many documents are in `bitmap`, too. REQUIRES: it is one, over the same documents.
  [[nodiscard]] std::uint64_t count_common(const PostingList& bitmap) const;

  /// Calls `visit(document)` for all documents, ascending.
  template <class Visit>
  void for_each(Visit visit) const {
    std::array<std::uint32_t, kBlockRoom> documents{};
    for (std::uint32_t block = 0; block < blocks_; ++block) {
      decode_block(block, documents.data());
      for (std::uint32_t i = 0, size = block_size(block); i < size; ++i) visit(documents[i]);
    }
  }

  /// All postings. REQUIRES: impacts are stored.
  [[nodiscard]] std::vector<Posting> decode() const;

 private:
  [[nodiscard]] std::uint32_t offset(std::uint32_t block) const {
    return load<std::uint32_t>(bytes_.data() +
                               4 * (std::size_t{blocks_} + block / kBlocksTogether)) +
           load<std::uint16_t>(maxima_ - 2 * (std::size_t{blocks_} - block));
  }
  [[nodiscard]] std::uint8_t code(std::uint32_t block) const {
    return std::to_integer<std::uint8_t>(maxima_[std::size_t{blocks_} + block]);
  }
  [[nodiscard]] std::uint64_t bitmap_word(std::uint32_t number) const {
    return load<std::uint64_t>(bits_ + 8 * std::size_t{number});
  }
  [[nodiscard]] std::uint32_t size_in_bitmap(std::uint32_t block) const;
  /// Of a bitmap: calls visit(number, words) with the words of each window, number being that of
  /// the first.
  template <class Visit>
  void for_each_window(Visit visit) const {
    std::array<std::uint64_t, kWindowWords> words{};
    for (std::uint32_t at = 0; at < blocks_ * (kBlockPostings / 64); at += kWindowWords) {
      std::memcpy(words.data(), bits_ + 8 * std::size_t{at}, sizeof words);
      visit(at, words.data());
    }
  }
  /// How many documents have their bit in `bits`. REQUIRES: the list is no bitmap.
  [[nodiscard]] std::uint64_t count_in_bits(const std::byte* bits) const;
  /// The documents of a block, as its code says.
  [[nodiscard]] const std::byte* coded(std::uint32_t block) const {
    return payload_ + offset(block) + (has_impacts_ ? block_size(block) : 0);
  }
  /// Of a bitset: calls visit(number, word) for each of its words, numbered over all documents.
  template <class Visit>
  void for_each_word(std::uint32_t block, Visit visit) const {
    const auto* bits = coded(block);
    const auto first = load<std::uint32_t>(bits), end = last_document(block) / 64 + 1;
    for (auto word = first; word < end; ++word) {
      visit(word, load<std::uint64_t>(bits + 4 + 8 * std::size_t{word - first}));
    }
  }
  /// `count` documents after `before`, from gaps of `width` bits each at `gaps`.
  void decode_run(const std::byte* gaps, unsigned width, std::uint32_t count, std::uint32_t before,
                  std::uint32_t* documents) const;

  std::uint32_t document_count_ = 0;
  std::uint32_t blocks_ = 0;
  bool has_impacts_ = true;
  Posting single_;
  std::span<const std::byte> bytes_;   ///< of the list and of what follows it
  const std::byte* maxima_ = nullptr;  ///< behind the offsets; codes follow
  const std::byte* window_maxima_ = nullptr;
  const std::byte* payload_ = nullptr;
  const std::byte* ranks_ = nullptr;  ///< this and bits_ of a bitmap
  const std::byte* bits_ = nullptr;
};

}  // namespace tributary::search
