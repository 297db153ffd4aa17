#include "search/postings/word_pairs.h"

#include <utility>

#include "search/postings/posting_check.h"

namespace tributary::search {

WordPairsWriter::WordPairsWriter(SectionFileWriter file, std::span<const std::string> words)
    : file_(std::move(file)) {
  for (const auto& word : words) words_.add(word);
}

Result<> WordPairsWriter::add(std::span<const Posting> postings, std::uint32_t documents) {
  if (counts_.empty()) TRY(file_.begin_section(SectionTag::bytes));
  counts_.push_back(static_cast<std::uint32_t>(postings.size()));
  places_.push_back(postings.size() == 1 ? postings.front().document : written_bytes_);
  bytes_.clear();
  append_posting_list(bytes_, postings, documents, Impacts::left_out);
  written_bytes_ += bytes_.size();
  return file_.append(bytes_);
}

Result<FileSummary> WordPairsWriter::finish() {
  TRY(file_.section(SectionTag::list_counts, 0, std::span<const std::uint32_t>(counts_)));
  TRY(file_.section(SectionTag::list_postings, 0, std::span<const std::uint64_t>(places_)));
  TRY(words_.write(file_, SectionTag::string_offsets, SectionTag::string_bytes));
  return file_.finish();
}

Result<WordPairs> WordPairs::open(const SectionFile& file, std::uint32_t documents) {
  const auto words =
      TRY(StringTable::open(file, SectionTag::string_offsets, SectionTag::string_bytes));
  const auto counts = TRY(file.array<std::uint32_t>(SectionTag::list_counts));
  const auto places = TRY(file.array<std::uint64_t>(SectionTag::list_postings));
  const auto bytes = TRY(file.section(SectionTag::bytes));
  bool fits = counts.size() == words.size() * words.size() && places.size() == counts.size();
  for (std::size_t word = 1; fits && word < words.size(); ++word) {
    fits = words[word - 1] < words[word];
  }
  for (std::size_t pair = 0; fits && pair < counts.size(); ++pair) {
    if (counts[pair] == 0) continue;
    fits = counts[pair] <= documents &&
           (counts[pair] == 1 ? places[pair] < documents
                              : places[pair] < bytes.size() &&
                                    is_posting_list(bytes.subspan(places[pair]), counts[pair],
                                                    documents, Impacts::left_out));
  }
  if (!fits) return file.broken("the pairs of words do not fit their lists");
  return WordPairs(words, counts, places, bytes, documents);
}

std::optional<std::uint32_t> WordPairs::find(std::string_view word) const {
  const auto number = words_.lower_bound(word);
  if (number == words_.size() || words_[number] != word) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

std::optional<PostingList> WordPairs::list(std::uint32_t first, std::uint32_t second) const {
  const auto pair = std::size_t{first} * words_.size() + second;
  const auto count = counts_[pair];
  if (count == 0) return std::nullopt;
  if (count == 1) {
    return PostingList(Posting{.document = static_cast<std::uint32_t>(places_[pair])});
  }
  return PostingList(bytes_.subspan(places_[pair]), count, documents_, Impacts::left_out);
}

}  // namespace tributary::search
