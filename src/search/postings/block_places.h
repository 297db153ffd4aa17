// search/postings/block_places.h
//
// Where the blocks of a list begin, of which each takes about as much as any other:
//
//   slope      u32: bytes of a block on average, times 256
//   low        varint: how far a block at most begins before where the average puts it
//   width      u8: bits of each of what follows
//   beginnings ⌈blocks · width / 8⌉ bytes: how far each begins behind where the average puts it,
//              and `low` more, lowest bits first
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "search/postings/bits.h"
#include "search/postings/varint.h"

namespace tributary::search {

/// REQUIRES: `begins` ascend from 0, two at least.
void append_block_places(std::string& to, std::span<const std::uint32_t> begins);

/// Any of them; where the bytes are not as written, of any size. Safe from any thread.
class BlockPlaces {
 public:
  /// Those at `from`, which is moved behind them.
  void open(ByteReader& from, std::size_t blocks);
  [[nodiscard]] std::uint64_t begin(std::uint32_t block) const {
    return (std::uint64_t{block} * slope_ >> 8) +
           beginnings_.number(block * std::uint64_t{width_}, width_) - low_;
  }

 private:
  std::uint32_t slope_ = 0, low_ = 0;
  unsigned width_ = 0;
  Bits beginnings_;
};

}  // namespace tributary::search
