// How fast an index is built and searched, over a synthetic catalogue: words by Zipf's law from a
// vocabulary of 200,000, 12 in the title and 220 in the text of a document (about 1.5 kB), labels
// and dates. `SEARCH_BENCH_DOCUMENTS` sets how many documents there are for searching (100,000);
// `SEARCH_BENCH_SMALL` in how many small segments the last tenth of them lies (0: all in one).
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "must.h"
#include "search/index.h"
#include "search/query/query_parser.h"

namespace {

using namespace tributary;
using namespace tributary::search;

Schema bench_schema() {
  Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                        {.name = "text"}};
  schema.columns = {{.name = "country"},
                    {.name = "programme"},
                    {.name = "topic"},
                    {.name = "year", .kind = ColumnKind::integer}};
  return schema;
}

/// Documents one after another, the same ones for the same seed.
class SyntheticCatalogue {
 public:
  explicit SyntheticCatalogue(std::uint32_t seed) : random_(seed) {
    for (std::size_t rank = 0; rank < kVocabulary; ++rank) words_.push_back(spell(rank));
  }

  Document next() {
    Document document;
    document.id = fmt::format("demo-{:09}", count_++);
    document.texts.push_back({.field = 0, .text = text(12), .language = text::Language::en});
    document.texts.push_back({.field = 1, .text = text(220), .language = text::Language::en});
    const auto countries = 1 + random_() % 5;
    for (std::uint32_t i = 0; i < countries; ++i) {
      document.labels.push_back({.column = 0, .value = fmt::format("C{}", skewed(40))});
    }
    document.labels.push_back({.column = 1, .value = fmt::format("P{}", skewed(12))});
    document.labels.push_back({.column = 2, .value = fmt::format("T{}", skewed(2'000))});
    document.integers.push_back({.column = 3, .value = 1990 + static_cast<int>(random_() % 37)});
    return document;
  }

 private:
  static constexpr std::size_t kVocabulary = 200'000;

  /// A pronounceable word for each rank, shorter for frequent ones.
  static std::string spell(std::size_t rank) {
    constexpr std::string_view kConsonants = "bcdfgklmnprstvz", kVowels = "aeiou";
    std::string word;
    for (auto left = rank + 3; left > 0;) {
      word += kConsonants[left % kConsonants.size()];
      left /= kConsonants.size();
      word += kVowels[left % kVowels.size()];
      left /= kVowels.size();
    }
    return word;
  }

  /// Below `count`, small numbers more often: about Zipf's law with exponent 1.
  std::size_t skewed(std::size_t count) {
    const double uniform = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<std::size_t>(std::pow(static_cast<double>(count), uniform)) - 1;
  }

  std::string text(int words) {
    std::string result;
    for (int i = 0; i < words; ++i) {
      result += words_[skewed(kVocabulary)];
      result += ' ';
    }
    return result;
  }

  std::mt19937 random_;
  std::vector<std::string> words_;
  std::uint64_t count_ = 0;
};

void build(benchmark::State& state) {
  SyntheticCatalogue catalogue(1);
  std::vector<Document> documents;
  for (auto left = state.range(0); left > 0; --left) documents.push_back(catalogue.next());
  std::size_t bytes = 0;
  for (const auto& document : documents) {
    for (const auto& text : document.texts) bytes += text.text.size();
  }
  for (auto _ : state) {
    const auto folder = must(TemporaryFolder::create());
    auto writer = must(IndexWriter::create(folder.path(), bench_schema()));
    for (const auto& document : documents) must(writer.add(document));
    must(writer.commit());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(build)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// An index that lives as long as the program.
struct BuiltIndex {
  BuiltIndex() {
    const auto documents = number("SEARCH_BENCH_DOCUMENTS", 100'000);
    const auto small = number("SEARCH_BENCH_SMALL", 0);
    SyntheticCatalogue catalogue(2);
    write(catalogue, small > 0 ? documents / 10 * 9 : documents, Commit::rebuild);
    for (auto left = small; left > 0; --left) {
      write(catalogue, documents / 10 / small, Commit::extend);
    }
    snapshot = must(Index::open(folder.path())).snapshot();
  }

  static unsigned long number(const char* name, unsigned long otherwise) {
    const char* given = std::getenv(name);
    return given != nullptr ? std::strtoul(given, nullptr, 10) : otherwise;
  }

  void write(SyntheticCatalogue& catalogue, unsigned long documents, Commit how) const {
    auto writer = must(IndexWriter::create(folder.path(), bench_schema()));
    for (; documents > 0; --documents) must(writer.add(catalogue.next()));
    must(writer.commit(how));
  }

  TemporaryFolder folder = must(TemporaryFolder::create());
  std::shared_ptr<const Snapshot> snapshot;
};

const BuiltIndex& built_index() {
  static const BuiltIndex index;
  return index;
}

void search_sorted(benchmark::State& state, const char* text, const char* column) {
  const auto& index = built_index();
  Request request;
  request.query = must(parse_query(text, bench_schema())).tree;
  request.sort.column = column;
  for (auto _ : state) benchmark::DoNotOptimize(must(index.snapshot->search(request)).hits);
}

void search_for(benchmark::State& state, const char* text, bool with_facets) {
  const auto& index = built_index();
  Request request;
  request.query = must(parse_query(text, bench_schema())).tree;
  if (with_facets) {
    request.facets = {{.name = "country", .column = "country"},
                      {.name = "programme", .column = "programme"},
                      {.name = "topic", .column = "topic"},
                      {.name = "year", .kind = FacetKind::histogram, .column = "year"}};
  }
  std::uint64_t total = 0;
  for (auto _ : state) total = must(index.snapshot->search(request)).total;
  state.counters["total"] = static_cast<double>(total);
  state.counters["documents"] = static_cast<double>(index.snapshot->documents());
}

// Words by rank: na 5, ne 20, veca 100, faga 300.
BENCHMARK_CAPTURE(search_for, or_of_2, "veca OR faga", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_for, and_of_2, "veca AND faga", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_for, phrase_of_2, "\"na ne\"", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_for, prefix, "vec*", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_for, four_facets, "veca OR faga", true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_for, everything, "", true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_sorted, or_of_2, "veca OR faga", "year")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_sorted, by_label, "veca OR faga", "topic")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search_sorted, everything, "", "year")->Unit(benchmark::kMicrosecond);

}  // namespace
