#include "search/words/completion_builder.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <numeric>
#include <ranges>
#include <tuple>

#include "search/index/string_table.h"
#include "search/words/front_coded_terms.h"
#include "search/words/ranked_runs.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::search {
namespace {

constexpr std::size_t kMaximumWordBytes = 64;

/// The distinct words of a kind, numbered as they come until all are known.
class WordNumbers {
 public:
  std::uint32_t number_of(std::string word) {
    return numbers_.try_emplace(std::move(word), static_cast<std::uint32_t>(numbers_.size()))
        .first->second;
  }

  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

  /// Writes the words in order; returns the final number of each first one.
  [[nodiscard]] Result<std::vector<std::uint32_t>> write(SectionFileWriter& file,
                                                         std::uint32_t kind) const {
    std::vector<std::pair<std::string_view, std::uint32_t>> ordered(numbers_.begin(),
                                                                    numbers_.end());
    std::ranges::sort(ordered);
    auto terms = TRY(FrontCodedTermsWriter::begin(file, kind));
    std::vector<std::uint32_t> final_numbers(ordered.size());
    for (std::uint32_t place = 0; place < ordered.size(); ++place) {
      TRY(terms.add(ordered[place].first));
      final_numbers[ordered[place].second] = place;
    }
    TRY(terms.finish());
    return final_numbers;
  }

 private:
  boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
};

/// The words of all entries, one entry after another.
struct EntryWords {
  std::vector<std::uint32_t> begins{0};
  std::vector<std::uint32_t> numbers;

  [[nodiscard]] std::size_t entries() const { return begins.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t entry) const {
    return std::span(numbers).subspan(begins[entry], begins[entry + 1] - begins[entry]);
  }
};

Result<> write_ranked(SectionFileWriter& file, std::uint32_t kind, SectionTag values_tag,
                      SectionTag minima_tag, const std::vector<std::uint32_t>& values) {
  const auto minima = RankedRuns::minima_of(values);
  TRY(file.section(values_tag, kind, std::span(values)));
  return file.section(minima_tag, kind, std::span<const std::uint32_t>(minima));
}

Result<> write_lists(SectionFileWriter& file, std::uint32_t kind, const EntryWords& words,
                     std::size_t word_count) {
  std::vector<std::uint32_t> begins(word_count + 1);
  std::vector<std::uint32_t> once;
  const auto each_distinct = [&](std::size_t entry, auto&& visit) {
    const auto numbers = words.of(entry);
    once.assign(numbers.begin(), numbers.end());
    std::ranges::sort(once);
    const auto repeated = std::ranges::unique(once);
    once.erase(repeated.begin(), repeated.end());
    for (const auto number : once) visit(number);
  };
  for (std::size_t entry = 0; entry < words.entries(); ++entry) {
    each_distinct(entry, [&](std::uint32_t number) { ++begins[number + 1]; });
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> lists(begins.back());
  auto free = begins;
  for (std::uint32_t entry = 0; entry < words.entries(); ++entry) {
    each_distinct(entry, [&](std::uint32_t number) { lists[free[number]++] = entry; });
  }
  TRY(file.section(SectionTag::word_lists, kind, std::span<const std::uint32_t>(begins)));
  return write_ranked(file, kind, SectionTag::list_entries, SectionTag::list_minima, lists);
}

Result<> write_text_order(SectionFileWriter& file, std::uint32_t kind, const EntryWords& words) {
  std::vector<std::uint32_t> order(words.entries());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
    const auto compared =
        std::lexicographical_compare_three_way(words.of(left).begin(), words.of(left).end(),
                                               words.of(right).begin(), words.of(right).end());
    return compared != 0 ? compared < 0 : left < right;
  });
  return write_ranked(file, kind, SectionTag::text_order, SectionTag::order_minima, order);
}

}  // namespace

std::vector<std::string> completion_words(std::string_view text) {
  std::vector<std::string> words;
  text::WordScanner scanner(text);
  while (words.size() < kMaximumEntryWords && scanner.next()) {
    const auto word = text.substr(scanner.begin(), scanner.end() - scanner.begin());
    std::string folded = text::fold(word);
    folded.resize(text::prefix_of_characters(folded, kMaximumWordBytes).size());
    if (!folded.empty()) words.push_back(std::move(folded));
  }
  return words;
}

void CompletionBuilder::add(std::uint32_t kind, std::string text, std::uint32_t weight,
                            std::string id) {
  kinds_[kind].push_back({std::move(text), std::move(id), weight});
}

Result<> CompletionBuilder::write(SectionFileWriter& file) && {
  const auto names = std::views::keys(kinds_);
  const std::vector<std::uint32_t> kinds(names.begin(), names.end());
  TRY(file.section(SectionTag::kinds, 0, std::span(kinds)));
  for (auto& [kind, entries] : kinds_) {
    std::ranges::sort(entries, [](const Entry& left, const Entry& right) {
      return std::tie(right.weight, left.text, left.id) <
             std::tie(left.weight, right.text, right.id);
    });
    WordNumbers numbers;
    EntryWords words;
    std::vector<std::uint32_t> weights;
    StringTableBuilder texts, ids;
    for (auto& entry : entries) {
      auto of_entry = completion_words(entry.text);
      if (of_entry.empty()) continue;
      for (auto& word : of_entry) words.numbers.push_back(numbers.number_of(std::move(word)));
      if (words.numbers.size() > UINT32_MAX) {
        return fail(ErrorCode::too_long, "too many words to complete", "completions");
      }
      words.begins.push_back(static_cast<std::uint32_t>(words.numbers.size()));
      weights.push_back(entry.weight);
      texts.add(entry.text);
      ids.add(entry.id);
      entry = {};
    }
    const auto final_numbers = TRY(numbers.write(file, kind));
    for (auto& number : words.numbers) number = final_numbers[number];
    TRY(write_lists(file, kind, words, numbers.size()));
    TRY(write_text_order(file, kind, words));
    TRY(file.section(SectionTag::entry_words, kind, std::span<const std::uint32_t>(words.begins)));
    TRY(file.section(SectionTag::word_numbers, kind,
                     std::span<const std::uint32_t>(words.numbers)));
    TRY(file.section(SectionTag::weights, kind, std::span<const std::uint32_t>(weights)));
    TRY(texts.write(file, SectionTag::text_offsets, SectionTag::text_bytes, kind));
    TRY(ids.write(file, SectionTag::key_offsets, SectionTag::key_bytes, kind));
  }
  kinds_.clear();
  return {};
}

}  // namespace tributary::search
