// search/words/front_coded_terms.h
//
// A sorted set of terms in little space, readable in place: found by halving, walked in order.
//
//   term_bytes   blocks of 16 terms, the last of fewer. The first term of a block is whole:
//                  length varint, bytes
//                every other as what differs from the term before:
//                  shared bytes varint, length of the rest varint, the rest
//   term_blocks  u64 × blocks: where in term_bytes each begins
//
// Terms ascend byte by byte, each once, none empty; the shared length is the greatest possible. For
// UTF-8 the order is that of code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// Terms numbered [first, last).
struct TermRange {
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const TermRange&) const = default;
};

class FrontCodedTermsBuilder {
 public:
  /// REQUIRES: not empty, and greater than the term before.
  void add(std::string_view term);

  [[nodiscard]] std::span<const std::uint64_t> blocks() const { return blocks_; }
  /// Without those taken.
  [[nodiscard]] std::span<const std::byte> bytes() const { return as_bytes(bytes_); }
  void take_bytes();

 private:
  std::size_t terms_ = 0;
  std::uint64_t taken_bytes_ = 0;
  std::string previous_;
  std::string bytes_;
  std::vector<std::uint64_t> blocks_;
};

/// Writes both sections as the terms come; meanwhile no other section can be begun. Holds half a
/// byte a term. Not thread-safe.
class FrontCodedTermsWriter {
 public:
  /// `file` must outlive it. Errors: `io`.
  static Result<FrontCodedTermsWriter> begin(SectionFileWriter& file, std::uint32_t number = 0);

  /// REQUIRES: as of a builder. Errors: `io`.
  Result<> add(std::string_view term);
  /// Nothing may be added afterwards. Errors: `io`.
  Result<> finish();

 private:
  FrontCodedTermsWriter(SectionFileWriter& file, std::uint32_t number)
      : file_(file), number_(number) {}
  Result<> hand_over();

  SectionFileWriter& file_;
  std::uint32_t number_;
  FrontCodedTermsBuilder terms_;
};

/// Views the two sections, which must outlive it; holds 8 bytes a block. Safe from any thread.
class FrontCodedTerms {
 public:
  static constexpr std::size_t kBlockTerms = 16;

  /// Reads everything once, so that nothing later can leave the bytes.
  /// Errors: `corrupt` when the bytes are not what a builder writes.
  static Result<FrontCodedTerms> open(std::span<const std::uint64_t> blocks,
                                      std::span<const std::byte> bytes);
  static Result<FrontCodedTerms> open(const SectionFile& file, std::uint32_t number = 0);

  [[nodiscard]] std::size_t size() const { return terms_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view term) const;
  /// The first term that is not less than `text`; size() where all are.
  [[nodiscard]] std::size_t lower_bound(std::string_view text) const;
  [[nodiscard]] TermRange range_of(std::string_view prefix) const;

  /// REQUIRES: number < size().
  [[nodiscard]] std::string term(std::size_t number) const;

 private:
  friend class TermCursor;

  FrontCodedTerms(std::span<const std::uint64_t> blocks, std::span<const std::byte> bytes)
      : blocks_(blocks), bytes_(bytes) {}
  [[nodiscard]] std::string_view head(std::size_t block) const;

  /// The block that has `text` if any has; the first where all terms are greater.
  [[nodiscard]] std::size_t block_of(std::string_view text) const;
  /// The last block from `first` on whose head is not greater than `text`, `first` where none is.
  [[nodiscard]] std::size_t last_block_up_to(std::string_view text, std::size_t first) const;

  std::span<const std::uint64_t> blocks_;
  std::span<const std::byte> bytes_;
  std::size_t terms_ = 0;
  static constexpr std::size_t kSampledHeads = 32;
  std::vector<std::uint64_t> head_keys_;     ///< leading_bytes() of heads, so that few are read
  std::vector<std::uint64_t> sampled_keys_;  ///< of one head in kSampledHeads
};

/// Walks forward over the terms, and knows at each move how much of the last term is kept: work
/// that depends on a beginning can be shared. Not thread-safe.
class TermCursor {
 public:
  /// REQUIRES: number <= terms.size(); `terms` is viewed.
  explicit TermCursor(const FrontCodedTerms& terms, std::size_t number = 0);

  [[nodiscard]] bool at_end() const { return number_ == terms_->size(); }
  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] std::string_view term() const { return term_; }

  /// The length of the longest common beginning of term() and the term before the last move.
  [[nodiscard]] std::size_t kept_bytes() const { return kept_bytes_; }

  /// REQUIRES: !at_end().
  void next();

  /// To the first term that is not less than `target`, or the end; stays where that is this one.
  /// Logarithmic in the number of blocks between, and linear inside one. REQUIRES: !at_end().
  void seek(std::string_view target);

 private:
  void enter_block(std::size_t block);
  void finish();

  const FrontCodedTerms* terms_;
  std::size_t number_ = 0;
  std::size_t kept_bytes_ = 0;
  const std::byte* after_ = nullptr;  ///< where the next term of the block is written
  std::string term_;
};

/// The least string that is greater than all that begin with `prefix`; empty when there is none.
std::string after_prefix(std::string_view prefix);

}  // namespace tributary::search
