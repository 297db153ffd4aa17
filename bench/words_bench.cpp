// How fast words are found as people type them: exactly, by their beginning, with slips, and among
// completions. The vocabulary is the 519,000 most frequent words without digits in the published
// files under ../shared/data, in whatever language; a million completions are made of the words by
// Zipf's law. Times are of one query.
//
//   build/bench/bin/words_bench ../shared/data
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>
#include <memory>
#include <random>
#include <unordered_map>

#include "catalogue/formats/byte_source.h"
#include "search/words/completion.h"
#include "search/words/completion_builder.h"
#include "search/words/spelling.h"
#include "text/words.h"

namespace {

using namespace tributary;
using namespace tributary::search;

constexpr std::size_t kVocabularyWords = 519'000;
constexpr std::size_t kQueries = 1'000;
constexpr std::size_t kEntries = 1'000'000;

using Random = std::mt19937;
using Counts = std::unordered_map<std::string, std::uint32_t>;

void count_words(const Path& file, Counts& counts) {
  const auto source = catalogue::open_bytes({.file = file}).value();
  std::string rest;
  for (auto block = source->next_block().value(); !block.empty();
       block = source->next_block().value()) {
    rest += block;
    const auto end = rest.rfind('\n') + 1;  // a word may lie across two blocks
    text::WordScanner scanner(std::string_view(rest).substr(0, end));
    while (scanner.next()) {
      if (scanner.end() - scanner.begin() > 40) continue;
      ++counts[text::fold(
          std::string_view(rest).substr(scanner.begin(), scanner.end() - scanner.begin()))];
    }
    rest.erase(0, end);
  }
}

/// One edit anywhere but at the first letter.
std::string with_a_slip(std::string word, Random& random) {
  const auto at = 1 + random() % (word.size() - 1);
  const auto letter = static_cast<char>('a' + random() % 26);
  switch (random() % 4) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      word.insert(at, 1, letter);
      break;
    case 2:
      word[at] = letter;
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
  }
  return word;
}

bool is_plain(std::string_view word, std::size_t letters_at_least) {
  return word.size() >= letters_at_least &&
         std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

class Vocabulary {
 public:
  explicit Vocabulary(const Path& data) {
    Counts counts;
    for (const auto* folder : {"cordis", "cohesion", "esco", "calls", "identity", "ir"}) {
      for (const auto& file : std::filesystem::recursive_directory_iterator(data / folder)) {
        const auto extension = file.path().extension();
        if (extension == ".xz" || extension == ".gz") count_words(file.path(), counts);
      }
    }
    std::vector<std::pair<std::uint32_t, std::string>> all;
    for (auto& [word, count] : counts) all.emplace_back(count, word);
    std::ranges::sort(all, std::greater{});
    all.resize(std::min(all.size(), kVocabularyWords));
    std::map<std::string, std::uint32_t> ordered;
    for (auto& [count, word] : all) {
      ordered.emplace(word, count);
      if (is_plain(word, 4) && frequent_.size() < 20'000) frequent_.push_back(word);
    }
    for (const auto& [word, count] : ordered) {
      builder_.add(word);
      counts_.push_back(count);
    }
  }

  [[nodiscard]] FrontCodedTerms terms() const {
    return FrontCodedTerms::open(builder_.blocks(), builder_.bytes()).value();
  }
  [[nodiscard]] std::size_t size_bytes() const {
    return builder_.bytes().size() + builder_.blocks().size_bytes();
  }
  [[nodiscard]] const std::string& frequent(std::size_t rank) const { return frequent_[rank]; }
  [[nodiscard]] std::size_t frequent_words() const { return frequent_.size(); }
  [[nodiscard]] auto document_count() const {
    return [this](std::size_t number) { return counts_[number]; };
  }

  /// Frequent words with a slip each, the same ones every time.
  [[nodiscard]] std::vector<std::string> mistyped(std::size_t letters_at_least) const {
    Random random(letters_at_least);
    std::vector<std::string> queries;
    while (queries.size() < kQueries) {
      const auto& word = frequent(random() % frequent_.size());
      if (word.size() >= letters_at_least) queries.push_back(with_a_slip(word, random));
    }
    return queries;
  }

 private:
  std::vector<std::string> frequent_;
  FrontCodedTermsBuilder builder_;
  std::vector<std::uint32_t> counts_;
};

double processor_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// Runs `query` with one of `queries` after another. `p99_us` and `max_us` are of the queries'
/// processor times, each the least of three.
template <class Query>
void run(benchmark::State& state, const std::vector<std::string>& queries, Query&& query) {
  std::size_t at = 0, results = 0;
  for (auto _ : state) {
    results += query(queries[at]);
    at = (at + 1) % queries.size();
  }
  state.counters["results"] =
      benchmark::Counter(static_cast<double>(results), benchmark::Counter::kAvgIterations);
  std::vector<double> times;
  for (const auto& each : queries) {
    auto& least = times.emplace_back(1e9);
    for (int repetition = 0; repetition < 3; ++repetition) {
      const auto begin = processor_microseconds();
      benchmark::DoNotOptimize(query(each));
      least = std::min(least, processor_microseconds() - begin);
    }
  }
  std::ranges::sort(times);
  state.counters["p99_us"] = times[times.size() * 99 / 100];
  state.counters["max_us"] = times.back();
}

/// What better_word() asks of a vocabulary.
struct Words {
  const FrontCodedTerms& terms;
  const Vocabulary& vocabulary;

  [[nodiscard]] std::uint64_t document_count(std::string_view word) const {
    const auto number = terms.find(word);
    return number ? vocabulary.document_count()(*number) : 0;
  }
  [[nodiscard]] NearestWords near(std::string_view word, unsigned edits, WordShape shape) const {
    NearestWords found;
    const auto ranges = near_ranges(terms, word, edits, shape);
    for (const auto& each : nearest(ranges, vocabulary.document_count()).terms) {
      found.words.push_back({terms.term(each.number), each.distance, each.document_count});
    }
    return found;
  }
};

void add_vocabulary_rows(const Vocabulary& words, const FrontCodedTerms& terms) {
  benchmark::RegisterBenchmark("terms/open", [&](benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(words.terms().size());
    state.counters["terms"] = static_cast<double>(terms.size());
    state.counters["bytes_a_term"] =
        static_cast<double>(words.size_bytes()) / static_cast<double>(terms.size());
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("terms/find", [&](benchmark::State& state) {
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < kQueries; ++i) queries.push_back(words.frequent(i * 7));
    run(state, queries, [&](const auto& word) { return terms.find(word).has_value() ? 1U : 0U; });
  })->Unit(benchmark::kMicrosecond);

  const auto add_near = [&](const char* name, std::size_t letters, unsigned edits,
                            WordShape shape) {
    benchmark::RegisterBenchmark(name, [&, letters, edits, shape](benchmark::State& state) {
      auto queries = words.mistyped(letters);
      if (shape == WordShape::beginning_typed) {
        for (auto& query : queries) query.resize(std::min(query.size(), letters));
      }
      run(state, queries, [&](const auto& word) {
        return nearest(near_ranges(terms, word, edits, shape), words.document_count()).terms.size();
      });
    })->Unit(benchmark::kMicrosecond);
  };
  add_near("near/one_edit", 4, 1, WordShape::whole);
  add_near("near/two_edits", 8, 2, WordShape::whole);
  add_near("near/beginning_of_4_one_edit", 4, 1, WordShape::beginning_typed);
  add_near("near/beginning_of_8_two_edits", 8, 2, WordShape::beginning_typed);
  benchmark::RegisterBenchmark("spelling/better_word", [&](benchmark::State& state) {
    run(state, words.mistyped(6), [&](const auto& word) {
      return better_word(word, Words{terms, words}, UINT64_MAX).has_value() ? 1U : 0U;
    });
  })->Unit(benchmark::kMicrosecond);
}

struct CompletionFile {
  explicit CompletionFile(const Vocabulary& words) {
    Random random(3);
    std::uniform_real_distribution<double> evenly(0.0, 1.0);
    const auto zipf_word = [&] {  // ranks by Zipf's law: uniform in the logarithm
      const auto ranks = static_cast<double>(words.frequent_words());
      return words.frequent(static_cast<std::size_t>(std::pow(ranks, evenly(random))) - 1);
    };
    CompletionBuilder builder;
    for (std::size_t entry = 0; entry < kEntries; ++entry) {
      std::string title = zipf_word();
      for (auto more = 2 + random() % 11; more > 0; --more) title += ' ' + zipf_word();
      const auto weight = static_cast<std::uint32_t>(1.0 / (evenly(random) + 1e-6));
      builder.add(1, std::move(title), weight, fmt::format("demo-{:07}", entry));
    }
    auto file = SectionFileWriter::create(folder.path() / "words", FileKind::completions).value();
    std::move(builder).write(file).value();
    summary = file.finish().value();
    completions = std::make_unique<Completions>(Completions::open(folder.path(), summary).value());
  }

  TemporaryFolder folder = TemporaryFolder::create().value();
  FileSummary summary;
  std::unique_ptr<Completions> completions;
};

void add_completion_rows(const Vocabulary& words, const CompletionFile& file) {
  const auto add = [&](const char* name, auto&& typed_text) {
    std::vector<std::string> queries;
    Random random(4);
    for (std::size_t i = 0; i < kQueries; ++i) queries.push_back(typed_text(random));
    benchmark::RegisterBenchmark(name, [&file, queries](benchmark::State& state) {
      run(state, queries,
          [&](const auto& typed) { return file.completions->complete(1, typed, 10).size(); });
    })->Unit(benchmark::kMicrosecond);
  };
  const auto any = [&words](Random& random, std::size_t ranks) -> const std::string& {
    return words.frequent(random() % ranks);
  };
  add("complete/1_letter", [&](Random& random) { return any(random, 2'000).substr(0, 1); });
  add("complete/2_letters", [&](Random& random) { return any(random, 2'000).substr(0, 2); });
  add("complete/3_letters", [&](Random& random) { return any(random, 2'000).substr(0, 3); });
  add("complete/word_and_1_letter",
      [&](Random& random) { return any(random, 2'000) + ' ' + any(random, 2'000).substr(0, 1); });
  add("complete/frequent_words_and_2_letters", [&](Random& random) {
    return any(random, 10) + ' ' + any(random, 10) + ' ' + any(random, 20'000).substr(0, 2);
  });
  add("complete/3_words", [&](Random& random) {
    return any(random, 300) + ' ' + any(random, 300) + ' ' + any(random, 300);
  });
  add("complete/mistyped_word",
      [&](Random& random) { return with_a_slip(any(random, 2'000), random); });
  add("complete/mistyped_beginning_of_4",
      [&](Random& random) { return with_a_slip(any(random, 2'000).substr(0, 4), random); });
  add("complete/mistyped_and_frequent", [&](Random& random) {
    return with_a_slip(any(random, 100), random) + ' ' + with_a_slip(any(random, 100), random);
  });
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const Vocabulary words(argc > 1 ? argv[1] : "../shared/data");
  const auto terms = words.terms();
  add_vocabulary_rows(words, terms);
  const CompletionFile file(words);
  fmt::print("completions: {} bytes for {} entries\n", file.summary.size_bytes, kEntries);
  add_completion_rows(words, file);
  benchmark::RunSpecifiedBenchmarks();
}
