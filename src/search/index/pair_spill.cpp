#include "search/index/pair_spill.h"

#include <algorithm>
#include <utility>

#include "search/postings/varint.h"

namespace tributary::search {
namespace {

constexpr std::uint8_t kNoPairs = UINT8_MAX;
static_assert(kMostPairedWords < kNoPairs);

/// In how many of the documents each term is.
std::vector<std::uint32_t> document_counts(const OccurrenceBuffer& occurrences) {
  std::vector<std::uint32_t> counts(occurrences.terms()), last(occurrences.terms(), kNoDocument);
  occurrences.for_each_document([&](std::uint32_t document, auto of_document) {
    for (const auto& occurrence : of_document) {
      if (std::exchange(last[occurrence.term], document) != document) ++counts[occurrence.term];
    }
  });
  return counts;
}

std::vector<std::string> frequent_words(const OccurrenceBuffer& occurrences) {
  if (occurrences.documents() < kFewestPairDocuments) return {};
  const auto counts = document_counts(occurrences);
  std::vector<std::uint32_t> terms;
  for (std::uint32_t term = 0; term < counts.size(); ++term) {
    if (counts[term] * std::uint64_t{kPairedShare} >= occurrences.documents()) {
      terms.push_back(term);
    }
  }
  std::ranges::sort(terms, {}, [&](std::uint32_t term) {
    return std::pair(~counts[term], std::string_view(occurrences.term(term)));
  });
  if (terms.size() > kMostPairedWords) terms.resize(kMostPairedWords);
  std::vector<std::string> words;
  for (const auto term : terms) words.push_back(occurrences.term(term));
  std::ranges::sort(words);
  return words;
}

/// Of each term of the buffer the number of the word that it is.
std::vector<std::uint8_t> numbers_of_terms(const OccurrenceBuffer& occurrences,
                                           std::span<const std::string> words) {
  std::vector<std::uint8_t> numbers(occurrences.terms(), kNoPairs);
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (const auto term = occurrences.find(words[word])) {
      numbers[*term] = static_cast<std::uint8_t>(word);
    }
  }
  return numbers;
}

}  // namespace

PairSpill::PairSpill(Path folder, const Schema& schema) : folder_(std::move(folder)) {
  for (std::uint32_t field = 0; field < schema.text_fields.size(); ++field) {
    if (schema.text_fields[field].weight > 0.0F) ranked_ |= FieldMask{1} << field;
  }
}

Result<> PairSpill::take(const OccurrenceBuffer& occurrences) {
  if (!std::exchange(has_chosen_, true)) words_ = frequent_words(occurrences);
  if (words_.empty()) return {};
  const auto numbers = numbers_of_terms(occurrences, words_);
  const auto pairs = words_.size() * words_.size();
  std::vector<std::string> lists(pairs);
  std::vector<std::uint32_t> next(pairs);  // what the gap counts from, so that the first is whole
  std::vector<std::uint32_t> last(pairs, kNoDocument);
  const auto add = [&](std::size_t pair, std::uint32_t document) {
    if (std::exchange(last[pair], document) == document) return;
    append_varint(lists[pair], document - std::exchange(next[pair], document));
  };
  occurrences.for_each_document([&](std::uint32_t document, auto of_document) {
    for (std::size_t at = 0; at < of_document.size(); ++at) {
      const auto [term, place] = of_document[at];
      if (numbers[term] == kNoPairs || (ranked_ >> (place >> 24) & 1U) == 0) continue;
      if ((place & kMaximumPosition) == kMaximumPosition) continue;
      // Several terms may stand in one place, so the next word is not always the next occurrence.
      for (auto after = at + 1; after < of_document.size(); ++after) {
        const auto [second, second_place] = of_document[after];
        if (second_place > place + 1) break;
        if (second_place == place + 1 && numbers[second] != kNoPairs) {
          add(numbers[term] * words_.size() + numbers[second], document);
        }
      }
    }
  });
  return add_run(lists);
}

Result<> PairSpill::add_run(std::span<const std::string> lists) {
  if (!file_) file_ = TRY(SpillFile::create(folder_));
  auto& run = runs_.emplace_back();
  run.begin = file_->size_bytes();
  auto end = run.begin;
  std::string bytes;
  for (const auto& list : lists) {
    bytes += list;
    run.ends.push_back(end += list.size());
  }
  return file_->append(bytes);
}

Result<FileSummary> PairSpill::write(std::span<const std::uint32_t> new_numbers,
                                     std::uint32_t documents, SectionFileWriter file) {
  WordPairsWriter writer(std::move(file), words_);
  std::string bytes;
  std::vector<Posting> postings;
  for (std::size_t pair = 0; pair < words_.size() * words_.size(); ++pair) {
    postings.clear();
    for (const auto& run : runs_) {
      const auto begin = pair == 0 ? run.begin : run.ends[pair - 1];
      bytes.resize(run.ends[pair] - begin);
      TRY(file_->read_at(begin, bytes));
      std::uint32_t document = 0;
      for (ByteReader gaps(as_bytes(bytes)); !gaps.at_end();) {
        document += gaps.varint();
        const auto number = new_numbers[document];
        if (number != kNoDocument) postings.push_back({.document = number});
      }
    }
    TRY(writer.add(postings, documents));
  }
  return writer.finish();
}

}  // namespace tributary::search
