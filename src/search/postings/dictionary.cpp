#include "search/postings/dictionary.h"

namespace tributary::search {

void DictionaryBuilder::add(std::string_view term, std::uint32_t document_count,
                            std::size_t postings_bytes, std::size_t positions_bytes) {
  terms_.add(term);
  auto& entry = entries_.back();
  entry.document_count = document_count;
  entries_.push_back({.postings_offset = entry.postings_offset + postings_bytes,
                      .positions_offset = entry.positions_offset + positions_bytes});
}

Result<> DictionaryBuilder::write(SectionFileWriter& file) const {
  TRY(terms_.write(file, SectionTag::string_offsets, SectionTag::string_bytes));
  return file.section(SectionTag::entries, 0, std::span<const DictionaryEntry>(entries_));
}

Result<Dictionary> Dictionary::open(const SectionFile& dictionary, const SectionFile& postings,
                                    const SectionFile& positions) {
  const auto terms =
      TRY(StringTable::open(dictionary, SectionTag::string_offsets, SectionTag::string_bytes));
  const auto entries = TRY(dictionary.array<DictionaryEntry>(SectionTag::entries));
  const auto posting_bytes = TRY(postings.section(SectionTag::bytes));
  const auto position_bytes = TRY(positions.section(SectionTag::bytes));
  if (entries.size() != terms.size() + 1 ||
      entries.back().postings_offset != posting_bytes.size() ||
      entries.back().positions_offset != position_bytes.size()) {
    return dictionary.broken("the dictionary does not fit its posting lists");
  }
  for (std::size_t number = 0; number < terms.size(); ++number) {
    const auto &entry = entries[number], &next = entries[number + 1];
    if (entry.postings_offset > next.postings_offset ||
        entry.positions_offset > next.positions_offset ||
        (number > 0 && !(terms[number - 1] < terms[number]))) {
      return dictionary.broken("the dictionary is out of order");
    }
  }
  return Dictionary(terms, entries, posting_bytes, position_bytes);
}

std::optional<std::size_t> Dictionary::find(std::string_view term) const {
  const auto number = terms_.lower_bound(term);
  if (number == terms_.size() || terms_[number] != term) return std::nullopt;
  return number;
}

std::pair<std::size_t, std::size_t> Dictionary::range_of(std::string_view prefix) const {
  const auto first = terms_.lower_bound(prefix);
  // 0xFF stands in no UTF-8 text, so this is after every term with the prefix and before the rest.
  const auto last = terms_.lower_bound(std::string(prefix) + '\xFF');
  return {first, last};
}

std::span<const std::byte> Dictionary::postings(std::size_t number) const {
  const auto begin = entries_[number].postings_offset;
  return postings_.subspan(begin, entries_[number + 1].postings_offset - begin);
}

std::span<const std::byte> Dictionary::positions(std::size_t number) const {
  const auto begin = entries_[number].positions_offset;
  return positions_.subspan(begin, entries_[number + 1].positions_offset - begin);
}

}  // namespace tributary::search
