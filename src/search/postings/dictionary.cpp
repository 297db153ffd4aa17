#include "search/postings/dictionary.h"

#include <algorithm>

#include "search/postings/posting_check.h"

namespace tributary::search {
namespace {

/// How much is looked at before its pages are let go of, where the files are opened so.
constexpr std::size_t kEntriesAtOnce = 1U << 16U;
constexpr std::uint64_t kPostingBytesAtOnce = 4U << 20U;

}  // namespace

DictionaryWriter::DictionaryWriter(std::size_t list_sets, const Path& folder) : texts_(folder) {
  for (std::size_t set = 0; set < list_sets; ++set) sets_.emplace_back(folder);
}

Result<std::uint32_t> DictionaryWriter::add_term(std::string_view term) {
  TRY(texts_.add(term));
  return terms_++;
}

Result<> DictionaryWriter::add_list(ListSet number, const ListPlace& place) {
  auto& set = sets_[number];
  TRY(set.terms.append(place.term));
  TRY(set.counts.append(place.document_count));
  TRY(set.postings.append(place.postings));
  return set.positions.append(place.positions);
}

Result<> DictionaryWriter::write(SectionFileWriter& file) {
  TRY(texts_.write(file, SectionTag::string_offsets, SectionTag::string_bytes));
  for (ListSet number = 0; number < sets_.size(); ++number) {
    auto& set = sets_[number];
    TRY(set.terms.write(file, SectionTag::list_terms, number));
    TRY(set.counts.write(file, SectionTag::list_counts, number));
    TRY(set.postings.write(file, SectionTag::list_postings, number));
    TRY(set.positions.write(file, SectionTag::list_positions, number));
  }
  return {};
}

Result<Dictionary> Dictionary::open(const SectionFile& dictionary, const SectionFile& postings,
                                    const SectionFile& positions, std::size_t list_sets,
                                    std::uint32_t documents) {
  const auto terms =
      TRY(StringTable::open(dictionary, SectionTag::string_offsets, SectionTag::string_bytes));
  for (std::size_t number = 1; number < terms.size(); ++number) {
    if (terms[number - 1] >= terms[number]) return dictionary.broken("terms do not ascend");
    if (number % kEntriesAtOnce == 0) dictionary.pass_by();
  }
  const auto posting_bytes = TRY(postings.section(SectionTag::bytes));
  const auto position_bytes = TRY(positions.section(SectionTag::bytes));
  std::vector<Set> sets;
  std::uint64_t read_bytes = 0;  // about: a posting takes one or two
  for (ListSet number = 0; number < list_sets; ++number) {
    Set set;
    set.terms = TRY(dictionary.array<std::uint32_t>(SectionTag::list_terms, number));
    set.counts = TRY(dictionary.array<std::uint32_t>(SectionTag::list_counts, number));
    set.postings = TRY(dictionary.array<std::uint64_t>(SectionTag::list_postings, number));
    set.positions = TRY(dictionary.array<std::uint64_t>(SectionTag::list_positions, number));
    const auto lists = set.terms.size();
    bool fits =
        set.counts.size() == lists && set.postings.size() == lists && set.positions.size() == lists;
    for (std::size_t i = 0; fits && i < lists; ++i) {
      fits = set.terms[i] < terms.size() && (i == 0 || set.terms[i - 1] < set.terms[i]) &&
             set.counts[i] > 0 && set.counts[i] <= documents &&
             (set.counts[i] == 1 ? static_cast<std::uint32_t>(set.postings[i]) < documents
                                 : set.postings[i] < posting_bytes.size() &&
                                       is_posting_list(posting_bytes.subspan(set.postings[i]),
                                                       set.counts[i], documents)) &&
             set.positions[i] <= position_bytes.size();
      read_bytes += set.counts[i];
      if (i % kEntriesAtOnce == 0 || read_bytes > kPostingBytesAtOnce) {
        dictionary.pass_by();
        postings.pass_by();
        read_bytes = 0;
      }
    }
    if (!fits) return dictionary.broken("the entries do not fit the lists");
    sets.push_back(set);
  }
  return Dictionary(terms, std::move(sets), posting_bytes, position_bytes, documents);
}

std::optional<std::uint32_t> Dictionary::find(std::string_view term) const {
  const auto number = terms_.lower_bound(term);
  if (number == terms_.size() || terms_[number] != term) return std::nullopt;
  return static_cast<std::uint32_t>(number);
}

std::pair<std::uint32_t, std::uint32_t> Dictionary::range_of(std::string_view prefix) const {
  const auto first = terms_.lower_bound(prefix);
  // 0xFF stands in no UTF-8 text, so this is after every term with the prefix and before the rest.
  const auto last = terms_.lower_bound(std::string(prefix) + '\xFF');
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

std::optional<ListPlace> Dictionary::place(std::uint32_t term, ListSet number) const {
  const auto& set = sets_[number];
  const auto found = std::ranges::lower_bound(set.terms, term);
  if (found == set.terms.end() || *found != term) return std::nullopt;
  const auto at = static_cast<std::size_t>(found - set.terms.begin());
  return ListPlace{.term = term,
                   .document_count = set.counts[at],
                   .postings = set.postings[at],
                   .positions = set.positions[at]};
}

std::uint32_t Dictionary::document_count(std::uint32_t term, ListSet set) const {
  const auto found = place(term, set);
  return found ? found->document_count : 0;
}

PostingList Dictionary::postings(const ListPlace& place) const {
  if (place.document_count == 1) {
    return PostingList(Posting{.document = static_cast<std::uint32_t>(place.postings),
                               .impact = static_cast<Impact>(place.postings >> 32)});
  }
  return PostingList(postings_.subspan(place.postings), place.document_count, documents_);
}

}  // namespace tributary::search
