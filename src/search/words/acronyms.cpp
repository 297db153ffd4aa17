#include "search/words/acronyms.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "search/postings/varint.h"
#include "text/acronyms.h"
#include "text/query_words.h"

namespace tributary::search {
namespace {

auto forms_of(const ExplainedAcronym& pair) { return std::tie(pair.short_form, pair.long_form); }

std::string folded_words(std::string_view name) {
  std::string text;
  for (const auto& word : text::query_words_of(name)) {
    if (!text.empty()) text += ' ';
    text += word.folded;
  }
  return text;
}

/// Equal for long forms that mean the same.
std::string beginnings(std::string_view long_form) {
  constexpr std::size_t kCompared = 5;
  std::string text;
  std::size_t in_word = 0;
  for (const char byte : long_form) {
    in_word = byte == ' ' ? 0 : in_word + 1;
    if (in_word <= kCompared) text += byte;
  }
  return text;
}

}  // namespace

Result<AcronymSection> AcronymSection::open(const SectionFile& file) {
  AcronymSection section;
  ByteReader reader(TRY(file.section(SectionTag::acronyms)));
  while (!reader.at_end()) {
    const auto short_form = reader.string();
    const auto long_form = reader.string();
    ExplainedAcronym pair{std::string(short_form), std::string(long_form), reader.varint()};
    const bool ascends = section.pairs_.empty() || forms_of(section.pairs_.back()) < forms_of(pair);
    if (reader.broken() || pair.documents == 0 || !ascends) {
      return file.broken("the abbreviations cannot be read");
    }
    section.pairs_.push_back(std::move(pair));
  }
  return section;
}

Result<> write_acronyms(std::span<const ExplainedAcronym> pairs, SectionFileWriter& file) {
  std::string bytes;
  for (const auto& [short_form, long_form, documents] : pairs) {
    append_string(bytes, short_form);
    append_string(bytes, long_form);
    append_varint(bytes, documents);
  }
  TRY(file.begin_section(SectionTag::acronyms));
  return file.append(bytes);
}

std::vector<ExplainedAcronym> merged_acronyms(
    std::span<const std::span<const ExplainedAcronym>> parts) {
  std::vector<ExplainedAcronym> all;
  for (const auto part : parts) all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all, {}, [](const ExplainedAcronym& pair) { return forms_of(pair); });
  std::vector<ExplainedAcronym> merged;
  for (auto& pair : all) {
    if (!merged.empty() && forms_of(merged.back()) == forms_of(pair)) {
      merged.back().documents += pair.documents;
    } else {
      merged.push_back(std::move(pair));
    }
  }
  return merged;
}

void AcronymBuffer::add(std::string_view text, std::uint32_t document) {
  for (const auto& [short_form, long_form] : text::acronyms_in(text)) {
    const auto key = folded_words(short_form) + '\0' + folded_words(long_form);
    if (counts_.size() >= limit_pairs_ && !counts_.contains(key)) forget_rare_pairs();
    auto& count = counts_[key];
    if (count.last_document == document) continue;
    count.last_document = document;
    ++count.documents;
  }
}

/// Those of one document, then of two …, until half the places are free.
void AcronymBuffer::forget_rare_pairs() {
  for (std::uint32_t fewest = 1; counts_.size() > limit_pairs_ / 2; ++fewest) {
    boost::unordered::erase_if(counts_,
                               [&](const auto& pair) { return pair.second.documents <= fewest; });
  }
}

std::vector<ExplainedAcronym> AcronymBuffer::take() {
  std::vector<ExplainedAcronym> pairs;
  for (const auto& [key, count] : counts_) {
    const auto end = key.find('\0');
    pairs.push_back({key.substr(0, end), key.substr(end + 1), count.documents});
  }
  counts_ = {};
  std::ranges::sort(pairs, {}, [](const ExplainedAcronym& pair) { return forms_of(pair); });
  return pairs;
}

Acronyms::Acronyms(std::span<const ExplainedAcronym> pairs) {
  struct Sense {
    std::uint32_t documents = 0;
    std::vector<const ExplainedAcronym*> pairs;
  };
  const auto add_best = [&](std::span<const ExplainedAcronym> of_short) {
    std::map<std::string, Sense> senses;
    std::uint64_t explaining = 0;
    for (const auto& pair : of_short) {
      auto& sense = senses[beginnings(pair.long_form)];
      sense.documents += pair.documents;
      sense.pairs.push_back(&pair);
      explaining += pair.documents;
    }
    const auto best = std::ranges::max_element(
        senses, {}, [](const auto& sense) { return sense.second.documents; });
    const auto& [documents, same] = best->second;
    if (documents < kFewestDocuments || documents * std::uint64_t{3} < explaining * 2) return;
    const auto* usual = *std::ranges::max_element(same, {}, &ExplainedAcronym::documents);
    const auto& short_form = usual->short_form;
    add(short_form, {usual->long_form, short_form, documents});
    for (const auto* pair : same) add(pair->long_form, {short_form, short_form, documents});
  };
  for (auto rest = pairs; !rest.empty();) {
    const auto end = std::ranges::find_if(rest, [&](const ExplainedAcronym& pair) {
      return pair.short_form != rest.front().short_form;
    });
    const auto count = static_cast<std::size_t>(end - rest.begin());
    add_best(rest.first(count));
    rest = rest.subspan(count);
  }
}

void Acronyms::add(const std::string& name, Meaning meaning) {
  meanings_[name].push_back(std::move(meaning));
  const auto words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
  longest_name_words_ = std::max(longest_name_words_, words);
}

std::span<const Acronyms::Meaning> Acronyms::meanings(std::string_view words) const {
  const auto found = meanings_.find(words);
  if (found == meanings_.end()) return {};
  return found->second;
}

}  // namespace tributary::search
