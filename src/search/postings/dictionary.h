// search/postings/dictionary.h
//
// All terms of an index in byte order, and where the list of each lies. The file:
//
//   string_offsets, string_bytes   the terms (index/string_table.h), ascending, each once
//   entries                        24 bytes a term and one more at the end:
//     postings offset  u64   the list ends where the next one's begins
//     positions offset u64
//     document count   u32
//     zero             u32
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"
#include "search/index/string_table.h"

namespace tributary::search {

struct DictionaryEntry {
  std::uint64_t postings_offset = 0;
  std::uint64_t positions_offset = 0;
  std::uint32_t document_count = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(DictionaryEntry) == 24);

class DictionaryBuilder {
 public:
  /// Terms ascend.
  void add(std::string_view term, std::uint32_t document_count, std::size_t postings_bytes,
           std::size_t positions_bytes);
  Result<> write(SectionFileWriter& file) const;

 private:
  StringTableBuilder terms_;
  std::vector<DictionaryEntry> entries_{DictionaryEntry{}};
};

/// Finds terms and hands out their bytes. Safe from any thread; the three files must outlive it.
class Dictionary {
 public:
  /// Errors: `corrupt` naming the file when terms or offsets do not ascend or leave the files.
  static Result<Dictionary> open(const SectionFile& dictionary, const SectionFile& postings,
                                 const SectionFile& positions);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view term) const;

  /// Numbers [first, second) of the terms that begin with `prefix`.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range_of(std::string_view prefix) const;

  [[nodiscard]] std::string_view term(std::size_t number) const { return terms_[number]; }
  [[nodiscard]] std::uint32_t document_count(std::size_t number) const {
    return entries_[number].document_count;
  }
  [[nodiscard]] std::span<const std::byte> postings(std::size_t number) const;
  [[nodiscard]] std::span<const std::byte> positions(std::size_t number) const;

 private:
  Dictionary(StringTable terms, std::span<const DictionaryEntry> entries,
             std::span<const std::byte> postings, std::span<const std::byte> positions)
      : terms_(terms), entries_(entries), postings_(postings), positions_(positions) {}

  StringTable terms_;
  std::span<const DictionaryEntry> entries_;
  std::span<const std::byte> postings_, positions_;
};

}  // namespace tributary::search
