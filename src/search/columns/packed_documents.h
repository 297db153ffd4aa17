// search/columns/packed_documents.h
//
// A sequence of document numbers in any order, in little space, read block by block. The section:
//
//   per 128 numbers   u32 the first of them, if each is above the one before, else 0xFFFFFFFF;
//                     u32 where the block ends behind these pairs, in units of 16 bytes
//   blocks            16 · b bytes each, b bits a number, in the lanes of kernels().unpack_gaps():
//                     if they ascend, 0 and then what each is above the one before, less 1;
//                     else the numbers themselves
//
// The last block is filled up with zeros. How many numbers there are stands elsewhere in the file.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "search/index/section_file.h"
#include "search/kernels/kernels.h"

namespace tributary::search {

/// REQUIRES: no number is 0xFFFFFFFF.
Result<> write_documents(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                         std::span<const std::uint32_t> documents);

class DocumentSlice;

/// Reads them in place. Safe from any thread; the file must outlive it.
class PackedDocuments {
 public:
  using Block = std::array<std::uint32_t, kBlockPostings>;

  /// `size` numbers, all below `documents`. Errors: `corrupt` naming the file.
  static Result<PackedDocuments> open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                      std::size_t size, std::uint32_t documents);

  [[nodiscard]] std::size_t size() const { return size_; }

  /// Numbers 128 · block and following. Those behind the last one are any.
  void unpack(std::size_t block, Block& numbers) const;
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const {
    Block numbers;
    unpack(place / kBlockPostings, numbers);
    return numbers[place % kBlockPostings];
  }

  [[nodiscard]] DocumentSlice slice(std::size_t begin, std::size_t end) const;

 private:
  struct Entry {
    std::uint32_t first, end;
  };
  PackedDocuments(std::span<const Entry> entries, const std::byte* blocks, std::size_t size)
      : entries_(entries), blocks_(blocks), size_(size) {}
  friend Result<> write_documents(SectionFileWriter&, SectionTag, std::uint32_t,
                                  std::span<const std::uint32_t>);

  [[nodiscard]] std::size_t begin_of(std::size_t block) const {
    return block == 0 ? 0 : entries_[block - 1].end;
  }

  std::span<const Entry> entries_;
  const std::byte* blocks_;
  std::size_t size_;
};

/// Some numbers of a sequence that follow each other. A view, as cheap to copy as one.
class DocumentSlice {
 public:
  DocumentSlice(const PackedDocuments& all, std::size_t begin, std::size_t end)
      : all_(all), begin_(begin), end_(end) {}

  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }
  /// Unpacks a block: to read them all, for_each_run().
  [[nodiscard]] std::uint32_t operator[](std::size_t place) const { return all_[begin_ + place]; }
  /// REQUIRES: from ≤ to ≤ size().
  [[nodiscard]] DocumentSlice part(std::size_t from, std::size_t to) const {
    return {all_, begin_ + from, begin_ + to};
  }

  /// How many come before the first for which `holds` does not, where it does not for all that
  /// follow either.
  template <class Holds>
  [[nodiscard]] std::size_t count_while(Holds holds) const {
    std::size_t low = 0;
    for (auto high = size(); low < high;) {
      const auto middle = low + (high - low) / 2;
      if (holds((*this)[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Calls visit(span) for some after others, in order, until it returns false; whether it never
  /// did.
  template <class Visit>
  bool for_each_run(Visit visit) const {
    PackedDocuments::Block numbers;
    for (auto at = begin_; at < end_;) {
      const auto block = at / kBlockPostings;
      const auto end = std::min<std::size_t>(end_, (block + 1) * kBlockPostings);
      all_.unpack(block, numbers);
      if (!visit(std::span<const std::uint32_t>(numbers).subspan(at % kBlockPostings, end - at))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for_each_run([&](std::span<const std::uint32_t> run) {
      for (const auto document : run) visit(document);
      return true;
    });
  }

 private:
  PackedDocuments all_;
  std::size_t begin_, end_;
};

inline DocumentSlice PackedDocuments::slice(std::size_t begin, std::size_t end) const {
  return {*this, begin, end};
}

}  // namespace tributary::search
