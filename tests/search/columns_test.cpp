// Columns over several windows of documents, in every width: facets, choices and orders against a
// plain look at every document.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "search/index.h"

namespace tributary::search_cases {
namespace {

constexpr std::uint32_t kDocuments = 9'500;

/// What a document has, as it was written.
struct Row {
  std::string id;
  std::set<std::string> programme, topic, country, rarely;
  std::optional<std::int64_t> year, day, money, anything;
  std::optional<std::string> name;
};

using Labels = std::set<std::string> Row::*;
using Integer = std::optional<std::int64_t> Row::*;

const std::vector<std::pair<std::string, Labels>> kLabels{{"programme", &Row::programme},
                                                          {"topic", &Row::topic},
                                                          {"country", &Row::country},
                                                          {"rarely", &Row::rarely}};
const std::vector<std::pair<std::string, Integer>> kIntegers{
    {"year", &Row::year}, {"day", &Row::day}, {"money", &Row::money}, {"anything", &Row::anything}};

class Columns : public testing::Test {
 protected:
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
  /// Small ones far more often.
  std::uint32_t skewed(std::uint32_t count) { return below(1 + below(1 + below(count))); }

  Row row(std::uint32_t number) {
    Row made{.id = fmt::format("d{:05}", number * 7'919 % 100'003)};
    if (below(20) != 0) made.programme = {fmt::format("P{:02}", skewed(12))};
    made.topic = {fmt::format("T{:04}", skewed(900))};
    for (auto left = below(5); left > 0; --left) {
      made.country.insert(fmt::format("C{:02}", skewed(40)));
    }
    if (below(400) == 0) made.rarely = {"R1", "R2"};
    if (below(30) != 0) made.year = static_cast<std::int64_t>(below(90)) - 45;
    // Whole windows before, inside and after most ranges.
    if (below(3) != 0) made.day = number + below(2'000);
    if (below(2) != 0) made.money = std::int64_t{skewed(3'000'000)} * 1'000 - 40'000;
    if (below(2) != 0) {
      made.anything = std::vector{INT64_MIN, INT64_MAX, std::int64_t{0}, std::int64_t{-1},
                                  static_cast<std::int64_t>(random_())}[below(5)];
    }
    if (below(10) != 0) made.name = fmt::format("name {:03}", below(700));
    return made;
  }

  void SetUp() override {
    search::Schema schema;
    schema.text_fields = {{.name = "text"}};
    schema.columns = {{.name = "programme"},
                      {.name = "topic"},
                      {.name = "country"},
                      {.name = "rarely"},
                      {.name = "year", .kind = search::ColumnKind::integer},
                      {.name = "day", .kind = search::ColumnKind::integer},
                      {.name = "money", .kind = search::ColumnKind::integer},
                      {.name = "anything", .kind = search::ColumnKind::integer},
                      {.name = "name", .kind = search::ColumnKind::text}};
    schema.analysis.stemming = text::Stemming::none;
    auto writer = search::IndexWriter::create(folder_.path(), schema).value();
    for (std::uint32_t number = 0; number < kDocuments; ++number) {
      rows_.push_back(row(number));
      const auto& made = rows_.back();
      search::Document document{.id = made.id};
      std::string text = fmt::format("one{}", number % 3 == 0 ? " third" : "");
      if (number % 50 == 0) text += " few";
      if (number == 4'711) text += " single";
      if (number > 6'000) text += " late";
      document.texts.push_back({.field = 0, .text = text});
      words_.push_back(text);
      for (std::size_t column = 0; column < kLabels.size(); ++column) {
        for (const auto& value : made.*kLabels[column].second) {
          document.labels.push_back({.column = static_cast<std::uint16_t>(column), .value = value});
        }
      }
      for (std::size_t column = 0; column < kIntegers.size(); ++column) {
        if (const auto& value = made.*kIntegers[column].second) {
          document.integers.push_back(
              {.column = static_cast<std::uint16_t>(kLabels.size() + column), .value = *value});
        }
      }
      if (made.name) document.labels.push_back({.column = 8, .value = *made.name});
      ASSERT_TRUE(writer.add(document));
    }
    ASSERT_TRUE(writer.commit());
    snapshot_ = search::Index::open(folder_.path()).value().snapshot();
  }

  /// "" finds everything.
  static search::Request request_for(const std::string& word) {
    search::Request request;
    if (!word.empty()) {
      request.query.root = {.kind = search::NodeKind::word, .field = {}, .text = word};
    }
    request.limit = 0;
    return request;
  }

  using Test = std::function<bool(const Row&)>;
  [[nodiscard]] std::vector<const Row*> rows_with(const std::string& word,
                                                  const std::vector<Test>& tests = {}) const {
    std::vector<const Row*> found;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool has_word = word.empty() || words_[i].find(word) != std::string::npos;
      const auto holds = [&](const Test& test) { return test(rows_[i]); };
      if (has_word && std::ranges::all_of(tests, holds)) found.push_back(&rows_[i]);
    }
    return found;
  }

  /// The facet that a look at all rows gives, every value of it.
  static std::string labels_of(const std::vector<const Row*>& rows, Labels column) {
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t unknown = 0;
    for (const auto* row : rows) {
      for (const auto& value : row->*column) ++counts[value];
      unknown += (row->*column).empty() ? 1U : 0U;
    }
    std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater<>(),
                             [](const auto& each) { return each.second; });
    std::string text;
    for (const auto& [value, count] : sorted) text += fmt::format("{} {}, ", value, count);
    return text + fmt::format("unknown {}", unknown);
  }

  static std::string bins_of(const std::vector<const Row*>& rows, Integer column,
                             std::int64_t interval) {
    std::map<std::int64_t, std::uint64_t> counts;
    std::uint64_t unknown = 0;
    for (const auto* row : rows) {
      const auto& value = row->*column;
      if (!value) {
        ++unknown;
        continue;
      }
      const auto rest = *value % interval < 0 ? *value % interval + interval : *value % interval;
      ++counts[*value < INT64_MIN + rest ? INT64_MIN : *value - rest];
    }
    std::string text;
    for (const auto& [low, count] : counts) text += fmt::format("{} {}, ", low, count);
    return text + fmt::format("unknown {}", unknown);
  }

  static std::string described(const search::Facet& facet) {
    std::string text;
    for (const auto& value : facet.counts) {
      text += fmt::format("{} {}, ", value.label.empty() ? std::to_string(value.low) : value.label,
                          value.count);
    }
    return text + fmt::format("unknown {}", facet.unknown);
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  std::mt19937_64 random_{20'261'125};
  std::vector<Row> rows_;
  std::vector<std::string> words_;
  std::shared_ptr<const search::Snapshot> snapshot_;
};

const std::vector<std::string> kWords{"", "one", "third", "late", "few", "single", "nowhere"};

TEST_F(Columns, FacetsCountWhatALookAtEveryDocumentCounts) {
  for (const auto& word : kWords) {
    SCOPED_TRACE(word);
    auto request = request_for(word);
    for (const auto& [name, column] : kLabels) {
      request.facets.push_back({.name = name, .column = name, .limit = 0});
    }
    for (const auto& [name, column] : kIntegers) {
      for (const std::int64_t interval :
           {std::int64_t{1}, std::int64_t{7}, std::int64_t{100'000}, INT64_MAX}) {
        request.facets.push_back({.name = fmt::format("{} {}", name, interval),
                                  .kind = search::FacetKind::histogram,
                                  .column = name,
                                  .interval = interval});
      }
    }
    const auto answer = snapshot_->search(request).value();
    const auto rows = rows_with(word);
    ASSERT_EQ(answer.total, rows.size());
    std::size_t at = 0;
    for (const auto& [name, column] : kLabels) {
      const auto& facet = answer.facets[at++];
      EXPECT_EQ(described(facet), labels_of(rows, column)) << name;
      EXPECT_EQ(facet.distinct, facet.counts.size()) << name;
    }
    for (const auto& [name, column] : kIntegers) {
      for (int interval = 0; interval < 4; ++interval, ++at) {
        EXPECT_EQ(described(answer.facets[at]), bins_of(rows, column, request.facets[at].interval))
            << answer.facets[at].name;
      }
    }
  }
}

TEST_F(Columns, ShowTheMostFrequentValuesAndOfEqualOnesTheFirst) {
  auto request = request_for("few");
  request.facets = {{.name = "topic", .column = "topic", .limit = 0},
                    {.name = "topic", .column = "topic", .limit = 15}};
  const auto answer = snapshot_->search(request).value();
  const auto &all = answer.facets[0], &shown = answer.facets[1];
  ASSERT_EQ(shown.counts.size(), 15U);
  EXPECT_EQ(shown.distinct, all.counts.size());
  for (std::size_t i = 0; i < shown.counts.size(); ++i) {
    EXPECT_EQ(shown.counts[i].label, all.counts[i].label);
  }
}

TEST_F(Columns, EachFacetIsCountedWithoutItsOwnChoice) {
  const auto is_chosen_country = [](const Row& row) {
    return row.country.contains("C00") || row.country.contains("C31") || row.country.empty();
  };
  const auto is_chosen_year = [](const Row& row) {
    return !row.year || (*row.year >= -9 && *row.year <= 3);
  };
  const auto is_early = [](const Row& row) { return row.day && *row.day <= 4'000; };
  const auto is_rich = [](const Row& row) { return row.money && *row.money >= 60'000; };
  for (const auto& word : kWords) {
    SCOPED_TRACE(word);
    auto request = request_for(word);
    const std::vector<search::FacetBucket> buckets{
        {.label = "early", .ranges = {{.column = "day", .high = 4'000}}},
        {.label = "rich", .ranges = {{.column = "money", .low = 60'000}}},
        {.label = "both",
         .ranges = {{.column = "day", .high = 4'000}, {.column = "money", .low = 60'000}}},
        {.label = "undated", .ranges = {{.column = "day", .low = 1, .high = 0, .unknown = true}}}};
    request.selections = {
        {.facet = "country",
         .labels = {{.column = "country", .values = {"c00", "C31", "no such"}, .unknown = true}}},
        {.facet = "year", .ranges = {{.column = "year", .low = -9, .high = 3, .unknown = true}}},
        {.facet = "named", .buckets = {buckets[0], buckets[1]}}};
    request.facets = {
        {.name = "country", .column = "country", .limit = 0},
        {.name = "year", .kind = search::FacetKind::histogram, .column = "year", .interval = 5},
        {.name = "named", .kind = search::FacetKind::buckets, .buckets = buckets},
        {.name = "topic", .column = "topic", .limit = 0}};
    const auto answer = snapshot_->search(request).value();
    const Test either = [&](const Row& row) { return is_early(row) || is_rich(row); };
    EXPECT_EQ(described(answer.facets[0]),
              labels_of(rows_with(word, {is_chosen_year, either}), &Row::country));
    EXPECT_EQ(described(answer.facets[1]),
              bins_of(rows_with(word, {is_chosen_country, either}), &Row::year, 5));
    const auto counted = rows_with(word, {is_chosen_country, is_chosen_year});
    const auto undated = [](const Row& row) { return !row.day; };
    EXPECT_EQ(described(answer.facets[2]),
              fmt::format("early {}, rich {}, both {}, undated {}, unknown {}",
                          std::ranges::count_if(counted, [&](auto* row) { return is_early(*row); }),
                          std::ranges::count_if(counted, [&](auto* row) { return is_rich(*row); }),
                          std::ranges::count_if(
                              counted, [&](auto* row) { return is_early(*row) && is_rich(*row); }),
                          std::ranges::count_if(counted, [&](auto* row) { return undated(*row); }),
                          std::ranges::count_if(counted, [&](auto* row) {
                            return !is_early(*row) && !is_rich(*row) && !undated(*row);
                          })));
    const auto all = rows_with(word, {is_chosen_country, is_chosen_year, either});
    EXPECT_EQ(described(answer.facets[3]), labels_of(all, &Row::topic));
    EXPECT_EQ(answer.total, all.size());
  }
}

TEST_F(Columns, PagesOfEverySortedResultAreItsDocumentsInOrder) {
  // What a row is sorted by, as texts that compare like it; empty for none.
  const auto of_labels = [](Labels column) {
    return [column](const Row& row) { return (row.*column).empty() ? "" : *(row.*column).begin(); };
  };
  const auto of_integer = [](Integer column) {
    return [column](const Row& row) {
      const auto& value = row.*column;
      const auto above_least = static_cast<std::uint64_t>(value.value_or(0)) ^ 1ULL << 63U;
      return value ? fmt::format("{:020}", above_least) : "";
    };
  };
  std::vector<std::pair<std::string, std::function<std::string(const Row&)>>> columns;
  for (const auto& [name, column] : kLabels) columns.emplace_back(name, of_labels(column));
  for (const auto& [name, column] : kIntegers) columns.emplace_back(name, of_integer(column));
  columns.emplace_back("name", [](const Row& row) { return row.name.value_or(""); });
  for (const auto& word : {"", "third", "late", "few", "single"}) {
    for (const auto& [name, key] : columns) {
      for (const auto direction : {search::Direction::ascending, search::Direction::descending}) {
        SCOPED_TRACE(fmt::format("{} by {} {}", word, name, static_cast<int>(direction)));
        auto rows = rows_with(word);
        std::ranges::sort(rows, [&](const Row* left, const Row* right) {
          const auto one = key(*left), other = key(*right);
          if (one.empty() != other.empty()) return other.empty();
          if (one == other) return left->id < right->id;
          return direction == search::Direction::ascending ? one < other : other < one;
        });
        auto request = request_for(word);
        request.sort = {.column = name, .direction = direction};
        request.limit = 370;
        std::vector<std::string> paged, expected;
        for (const auto* row : rows) expected.push_back(row->id);
        do {
          const auto answer = snapshot_->search(request).value();
          for (const auto& hit : answer.hits) paged.push_back(hit.id);
          request.after = answer.next;
          request.limit = 3 + static_cast<std::uint32_t>(paged.size()) % 900;
        } while (!request.after.empty());
        ASSERT_EQ(paged, expected);
      }
    }
  }
}

}  // namespace
}  // namespace tributary::search_cases
