// Writes a corpus of any size for the engines under bench/rivals/, the same for the same seed.
//
//   generate_corpus --data ../shared/data --documents 1000000 [--seed 1] > corpus.tsv
//
// A line is a document; its fields are separated by tabs, the words of a field by one blank:
//
//   id         eight digits, in order of the lines
//   title      6–18 words
//   text       150–200 words
//   countries  labels
//   programme  a label, or nothing
//   topics     labels, or nothing
//   year       1990–2027, later years more often
//   budget     in euro, log-normal around 300,000
//
// Words consist of a–z and 0–9, so that cutting at blanks gives every engine the same tokens; seven
// in 1,000 are rare generated ones. Words and labels come from real projects. A document depends
// on the seed and its number only: a smaller corpus is the beginning of a larger one. Memory is
// bounded by the real data, whatever the number of documents.
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>

#include "corpus/arguments.h"
#include "corpus/rare_words.h"
#include "corpus/real_projects.h"
#include "corpus/real_words.h"
#include "corpus/word_walk.h"

namespace {

using namespace tributary;
using namespace tributary::bench;

constexpr double kRareWord = 0.007;
constexpr std::uint32_t kFirstYear = 1990, kYears = 38;
constexpr double kMedianBudget = 300'000, kBudgetDeviation = 1.2;

class CorpusWriter {
 public:
  CorpusWriter(const RealWords& words, const std::vector<RealProject>& projects)
      : words_(words),
        projects_(projects),
        titles_(words.titles, words.spellings.size()),
        texts_(words.texts, words.spellings.size()),
        rare_words_(words.spellings) {}

  /// The line of document `number`; valid until the next call.
  const std::string& line(std::uint64_t seed, std::uint64_t number) {
    Random random(mixed(mixed(seed) + number));
    line_.clear();
    fmt::format_to(std::back_inserter(line_), "{:08}\t", number);
    write_words(random, titles_, 6 + random.below(13));
    line_ += '\t';
    write_words(random, texts_, 150 + random.below(51));
    const auto& project = random.one_of(projects_);
    fmt::format_to(std::back_inserter(line_), "\t{}\t{}\t{}\t{}\t{}\n",
                   fmt::join(project.countries, " "), project.programme,
                   fmt::join(project.topics, " "), year(random), budget(random));
    return line_;
  }

 private:
  void write_words(Random& random, const WordWalk& walk, std::uint32_t length) {
    numbers_.clear();
    walk.write(random, length, numbers_);
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (i > 0) line_ += ' ';
      if (random.happens(kRareWord)) {
        rare_words_.write(random, line_);
      } else {
        line_ += words_.spellings[numbers_[i]];
      }
    }
  }

  /// The chance of a year grows from the first to the last in a straight line.
  static std::uint32_t year(Random& random) {
    return kFirstYear + static_cast<std::uint32_t>(kYears * std::sqrt(random.uniform()));
  }

  static std::uint64_t budget(Random& random) {
    const double radius = std::sqrt(-2 * std::log(random.uniform()));  // Box and Muller
    const double normal = radius * std::cos(2 * std::numbers::pi * random.uniform());
    return static_cast<std::uint64_t>(kMedianBudget * std::exp(kBudgetDeviation * normal));
  }

  const RealWords& words_;
  const std::vector<RealProject>& projects_;
  WordWalk titles_;
  WordWalk texts_;
  RareWords rare_words_;
  std::string line_;
  std::vector<std::uint32_t> numbers_;
};

Result<> generate(const Arguments& arguments) {
  const Path data = TRY(arguments.text("--data"));
  const auto documents = TRY(arguments.number("--documents"));
  const auto seed = TRY(arguments.number("--seed", 1));
  const auto words = TRY(read_real_words(data));
  const auto projects = TRY(read_real_projects(data));
  fmt::print(stderr, "real data: {} words in {} texts and {} titles, {} different; {} projects\n",
             words.texts.tokens.size() + words.titles.tokens.size(), words.texts.starts.size(),
             words.titles.starts.size(), words.spellings.size() - 1, projects.size());
  CorpusWriter writer(words, projects);
  for (std::uint64_t number = 0; number < documents; ++number) {
    const auto& line = writer.line(seed, number);
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      return fail(ErrorCode::io, "the corpus could not be written");
    }
  }
  if (std::fflush(stdout) != 0) return fail(ErrorCode::io, "the corpus could not be written");
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const auto done = generate(Arguments(argc, argv));
  if (done) return 0;
  fmt::print(stderr,
             "generate_corpus: {}\n"
             "The corpus is made from real project data, which are not part of the project; "
             "--data names the folder that holds cordis/ (see bench/README.md).\n",
             done.error().text());
  return 1;
}
