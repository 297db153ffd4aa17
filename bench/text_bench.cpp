// bench/text_bench.cpp
//
// How fast text becomes terms. The corpus is made, not read: words drawn by Zipf's law, as often
// repeated as in real text, so that the cache of stems is met as in production.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "text/analyzer.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/snippet.h"

namespace {

using namespace tributary::text;

constexpr std::size_t kVocabulary = 60'000;
constexpr std::size_t kDocumentWords = 250;
constexpr std::size_t kDocuments = 4'000;

/// `vowel` goes into every word: "e" makes ASCII texts, "é" texts with an accent in every word.
std::vector<std::string> made_vocabulary(const std::string& vowel) {
  const std::vector<std::string> syllables{"ta",  "rin", "co", "mel", "du",
                                           "sta", "pro", "gi", "ne"};
  const std::vector<std::string> endings{"", "s", "ing", "ed", "ation", "al"};
  std::vector<std::string> words;
  for (std::size_t rank = 0; rank < kVocabulary; ++rank) {
    std::string word;
    for (std::size_t rest = rank + 1; rest > 0; rest /= syllables.size()) {
      word += syllables[rest % syllables.size()];
    }
    words.push_back(word + vowel + endings[rank % endings.size()]);
  }
  return words;
}

std::vector<std::string> made_documents(const std::string& vowel) {
  const auto words = made_vocabulary(vowel);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  std::vector<std::string> documents(kDocuments);
  for (auto& document : documents) {
    for (std::size_t count = 0; count < kDocumentWords; ++count) {
      // The inverse of Zipf's distribution with exponent 1, continuous.
      const auto rank = std::pow(static_cast<double>(kVocabulary), uniform(random)) - 1.0;
      document += words[static_cast<std::size_t>(rank)];
      document += count % 12 == 11 ? ". " : " ";
    }
  }
  return documents;
}

void analyze_documents(benchmark::State& state, const std::string& vowel, Language language) {
  const auto documents = made_documents(vowel);
  Analyzer analyzer({});
  std::vector<Token> tokens;
  std::int64_t bytes = 0;
  std::int64_t words = 0;
  for (auto _ : state) {
    for (const auto& document : documents) {
      analyzer.analyze(document, language, tokens);
      benchmark::DoNotOptimize(tokens.data());
      bytes += static_cast<std::int64_t>(document.size());
      words += static_cast<std::int64_t>(tokens.size());
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(words);
}

void analyze_ascii(benchmark::State& state) { analyze_documents(state, "e", Language::en); }
void analyze_accented(benchmark::State& state) { analyze_documents(state, "é", Language::fr); }

/// The dear part alone: every word is new to a fresh analyzer.
void analyze_first_sight(benchmark::State& state) {
  std::string text;
  for (const auto& word : made_vocabulary("e")) text += word + " ";
  std::vector<Token> tokens;
  for (auto _ : state) {
    Analyzer analyzer({});
    analyzer.analyze(text, Language::en, tokens);
    benchmark::DoNotOptimize(tokens.data());
  }
  state.SetItemsProcessed(
      static_cast<std::int64_t>(state.iterations() * std::int64_t{kVocabulary}));
}

void fold_names(benchmark::State& state, const std::string& name) {
  for (auto _ : state) benchmark::DoNotOptimize(fold(name));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * std::ssize(name)));
}

void detect_a_summary(benchmark::State& state) {
  std::string text;
  while (text.size() < 2'000) text += "The project supports vocational training in rural areas. ";
  for (auto _ : state) benchmark::DoNotOptimize(detect_language(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * std::ssize(text)));
}

void snippet_of_a_summary(benchmark::State& state) {
  const auto documents = made_documents("e");
  Analyzer analyzer({});
  std::vector<Token> tokens;
  analyzer.analyze(documents[1], Language::en, tokens);
  const std::vector<SnippetTerm> terms{{std::string(tokens[100].term), false},
                                       {std::string(tokens[140].term), false}};
  for (auto _ : state) {
    benchmark::DoNotOptimize(best_snippet(documents[1], Language::en, terms, 240, analyzer));
  }
}

BENCHMARK(analyze_ascii)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_accented)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_first_sight)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fold_names, ascii, "Technical University of Denmark");
BENCHMARK_CAPTURE(fold_names, accented, "Universitat Politècnica de València");
BENCHMARK(detect_a_summary)->Unit(benchmark::kMicrosecond);
BENCHMARK(snippet_of_a_summary)->Unit(benchmark::kMicrosecond);

}  // namespace
