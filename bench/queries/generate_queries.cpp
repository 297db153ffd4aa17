// Draws queries from a corpus that generate_corpus wrote, the same for the same corpus and seed.
//
//   generate_queries --corpus corpus.tsv --queries 500 [--seed 1] > queries.tsv
//
// `--queries` is how many a class has. A line is a query, with its fields separated by tabs:
//
//   class      e.g. or2; bench/README.md lists them
//   task       what is asked: top (ten), count, facets (ten, exact total and four facets)
//   operator   or, and, phrase, prefix, typo; typing: every word but the last as typed, the last as
//              a prefix; typing_typo: the last with one edit, too, where it has four letters
//   words      separated by one blank
//   country    or nothing
//   years      first and last with a blank between, or nothing
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <exception>
#include <functional>

#include "corpus/arguments.h"
#include "queries/word_draw.h"

namespace {

using namespace tributary;
using namespace tributary::bench;
using enum Band;

/// Which bands the words of a class come from: query i takes the mix at i modulo their number.
template <std::size_t kWords>
using Mix = std::array<Band, kWords>;

constexpr std::array kPairs{Mix<2>{common, middle}, Mix<2>{middle, middle}, Mix<2>{common, rare},
                            Mix<2>{middle, rare},   Mix<2>{common, common}, Mix<2>{rare, rare}};
constexpr std::array kTriples{Mix<3>{common, middle, middle}, Mix<3>{common, common, rare},
                              Mix<3>{middle, middle, middle}, Mix<3>{common, common, middle},
                              Mix<3>{middle, middle, rare}};
constexpr std::array kFives{Mix<5>{common, common, middle, middle, rare},
                            Mix<5>{common, middle, middle, middle, rare},
                            Mix<5>{common, common, common, middle, middle}};
constexpr std::array kPhrasePairs{Mix<2>{common, common}, Mix<2>{common, middle},
                                  Mix<2>{middle, middle}, Mix<2>{middle, common}};
constexpr std::array kPhraseTriples{Mix<3>{common, common, common}, Mix<3>{common, common, middle},
                                    Mix<3>{middle, common, middle}, Mix<3>{middle, common, common}};
constexpr std::size_t kLongQueryWords = 12;
constexpr std::size_t kFirstTypedLetters = 3;
constexpr std::uint32_t kLongestYearRange = 6;

struct Filters {
  std::string country = {};
  std::string years = {};
};

class QueryWriter {
 public:
  QueryWriter(WordDraw& draw, Random& random, std::uint64_t queries)
      : draw_(draw), random_(random), queries_(queries) {}

  void write_all() {
    write("or2", "top", "or", from(kPairs, Together::no));
    write("or12", "top", "or", [this](auto) { return draw_.passage(kLongQueryWords); });
    write("and2", "top", "and", from(kPairs, Together::yes));
    write("and3", "top", "and", from(kTriples, Together::yes));
    write("phrase2", "top", "phrase", phrases_of(kPhrasePairs));
    write("phrase3", "top", "phrase", phrases_of(kPhraseTriples));
    write("count_or2", "count", "or", from(kPairs, Together::no));
    write("count_and2", "count", "and", from(kPairs, Together::yes));
    write("facets_or2", "facets", "or", from(kPairs, Together::no));
    write("facets_or5", "facets", "or", from(kFives, Together::yes));
    write("filter_country", "facets", "or", from(kPairs, Together::no),
          [this] { return Filters{.country = country()}; });
    write("filter_years", "facets", "or", from(kPairs, Together::no),
          [this] { return Filters{.years = years()}; });
    write("filter_both", "facets", "or", from(kFives, Together::yes),
          [this] { return Filters{.country = country(), .years = years()}; });
    write("prefix", "top", "prefix", [this](auto) { return Words{draw_.prefix()}; });
    write("typo", "top", "typo", [this](auto) { return Words{draw_.misspelt()}; });
    write_typing("typing", "typing");
    write_typing("typing_typo", "typing_typo");
  }

 private:
  using WordSource = std::function<Words(std::uint64_t number)>;

  template <class Mixes>
  WordSource from(const Mixes& mixes, Together together) {
    return [this, &mixes, together](std::uint64_t number) {
      return draw_.words(mixes[number % mixes.size()], together);
    };
  }

  template <class Mixes>
  WordSource phrases_of(const Mixes& mixes) {
    return
        [this, &mixes](std::uint64_t number) { return draw_.phrase(mixes[number % mixes.size()]); };
  }

  void write(
      std::string_view name, std::string_view task, std::string_view query_operator,
      const WordSource& words, const std::function<Filters()>& filters = [] { return Filters{}; }) {
    for (std::uint64_t number = 0; number < queries_; ++number) {
      const auto drawn = words(number);
      const auto chosen = filters();
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", name, task, query_operator, fmt::join(drawn, " "),
                 chosen.country, chosen.years);
    }
  }

  /// Two words as they are typed: a query after every letter, from the third on.
  void write_typing(std::string_view name, std::string_view query_operator) {
    for (std::uint64_t written = 0; written < queries_;) {
      const auto typed = fmt::format("{}", fmt::join(draw_.pair_to_type(), " "));
      for (auto letters = kFirstTypedLetters; letters <= typed.size() && written < queries_;
           ++letters) {
        if (typed[letters - 1] == ' ') continue;
        fmt::print("{}\ttop\t{}\t{}\t\t\n", name, query_operator, typed.substr(0, letters));
        ++written;
      }
    }
  }

  /// Countries with many projects more often.
  std::string country() { return random_.one_of(draw_.document().countries); }

  std::string years() {
    const auto first = draw_.document().year;
    return fmt::format("{} {}", first, first + random_.below(kLongestYearRange));
  }

  WordDraw& draw_;
  Random& random_;
  std::uint64_t queries_;
};

Result<> generate(const Arguments& arguments) {
  const auto corpus = TRY(arguments.text("--corpus"));
  const auto queries = TRY(arguments.number("--queries"));
  Random random(mixed(TRY(arguments.number("--seed", 1))));
  const Vocabulary vocabulary(corpus, random);
  fmt::print(stderr, "corpus: {} documents, {} different words\n", vocabulary.documents(),
             vocabulary.size());
  WordDraw draw(vocabulary, random);
  QueryWriter(draw, random, queries).write_all();
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto done = generate(Arguments(argc, argv));
    if (done) return 0;
    fmt::print(stderr, "generate_queries: {}\n", done.error().text());
  } catch (const std::exception& error) {
    fmt::print(stderr, "generate_queries: {}\n", error.what());
  }
  return 1;
}
