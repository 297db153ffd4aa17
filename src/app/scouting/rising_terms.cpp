#include "app/scouting/rising_terms.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

#include "app/project_document.h"
#include "app/scouting/phrase_finder.h"
#include "app/search_projects.h"

namespace tributary::app {
namespace {

constexpr std::int32_t kYearsByDefault = 10;
constexpr std::int32_t kMostYears = 50;
constexpr std::uint32_t kMostTerms = 100;
/// Words whose counts are taken from the search itself: enough for those that phrases make
/// needless.
constexpr std::size_t kWordsForEach = 3;
constexpr std::uint32_t kProjectsRead = 1'000;
constexpr std::uint32_t kFewestReadWithPhrase = 5;
constexpr std::size_t kMostPhrases = 200;
constexpr std::size_t kShortestWordBytes = 3;
/// From this part of its projects on, a word is told by its phrase alone.
constexpr double kPartOfPhrase = 0.8;

using YearCounts = std::vector<std::uint64_t>;

struct Period {
  std::int32_t from = 0, to = 0;
  [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(to - from) + 1; }
};

Result<std::optional<Period>> period_of(const RisingQuery& query,
                                        const std::map<std::int32_t, std::uint64_t>& projects,
                                        std::int32_t this_year) {
  std::optional<std::int32_t> first, last;
  for (const auto& [year, count] : projects) {
    if (year > this_year || count < kFewestProjectsOfYear) continue;
    if (!first) first = year;
    last = year;
  }
  if (!query.from && !query.to && !last) return std::nullopt;
  Period period;
  period.to =
      query.to.value_or(last.value_or(query.from.value_or(this_year) + kYearsByDefault - 1));
  const auto earliest = period.to - kYearsByDefault + 1;
  period.from = query.from.value_or(std::max(earliest, first.value_or(earliest)));
  if (period.to < period.from && query.from && query.to) {
    return fail(ErrorCode::invalid_argument, "the first year comes after the last", "from");
  }
  if (period.to < period.from) return std::nullopt;
  if (period.to - period.from >= kMostYears) {
    return fail(ErrorCode::invalid_argument, "at most 50 years can be compared", "from");
  }
  return period;
}

bool is_word_for_people(const std::string& word) {
  const bool has_letter =
      std::ranges::any_of(word, [](unsigned char byte) { return std::isdigit(byte) == 0; });
  return word.size() >= kShortestWordBytes && has_letter;
}

/// Everything of one analysis. One lives for one question.
class RisingAnalysis {
 public:
  RisingAnalysis(const RisingQuery& query, const search::Snapshot& snapshot,
                 const text::Synonyms& synonyms, store::CatalogueStore& store, Date today)
      : query_(query), snapshot_(snapshot), synonyms_(synonyms), store_(store), today_(today) {}

  Result<RisingTerms> run() {
    if (query_.limit < 1 || query_.limit > kMostTerms) {
      return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 100", "limit");
    }
    auto base = TRY(question(query_.text));
    const auto by_year = years_of(TRY(ask(base, snapshot_)));
    answer_.echo = base.parsed.echo;
    answer_.misreadings = base.parsed.misreadings;
    const auto period = TRY(period_of(query_, by_year, today_.year()));
    if (!period) return std::move(answer_);
    period_ = *period;

    const auto counted =
        TRY(snapshot_.count_terms({.found = base.request,
                                   .column = "year",
                                   .first = period_.from,
                                   .last = period_.to,
                                   .fewest_documents = kFewestProjectsOfTerm,
                                   .groups = "language",
                                   .name_fields = {"organisation", "acronym", "identifier"}}));
    take_years(counted);
    if (!answer_.has_enough) return std::move(answer_);
    const auto phrases = TRY(phrases_in_newest(base.request, counted));
    answer_.words_tried = counted.terms.size();
    answer_.phrases_tried = phrases.size();
    for (const auto& phrase : phrases) TRY(add(phrase));
    for (const auto& word : words_on_the_rise(counted)) TRY(add(word));
    finish();
    return std::move(answer_);
  }

 private:
  /// Nothing but the counts by year, which honour the years that were chosen.
  Result<IndexQuestion> question(const std::string& text) const {
    auto read = TRY(read_question({.text = text,
                                   .filters = query_.filters,
                                   .facets = {"year"},
                                   .limit = 1,
                                   .deadline = query_.deadline},
                                  snapshot_, synonyms_, today_));
    read.request.limit = 0;
    for (auto& selection : read.request.selections) {
      if (selection.facet == "year") selection.facet = "chosen years";
    }
    return read;
  }

  static std::map<std::int32_t, std::uint64_t> years_of(const search::Answer& answer) {
    std::map<std::int32_t, std::uint64_t> years;
    for (const auto& count : answer.facets.front().counts) {
      years[static_cast<std::int32_t>(count.low)] += count.count;
    }
    return years;
  }

  void take_years(const search::TermCounts& counted) {
    std::size_t full_years = 0;
    for (std::size_t at = 0; at < period_.years(); ++at) {
      const auto projects = counted.documents[at], words = counted.occurrences[at];
      answer_.years.push_back({period_.from + static_cast<std::int32_t>(at), projects, words});
      projects_.push_back(static_cast<double>(projects));
      words_.push_back(static_cast<double>(words));
      if (projects >= kFewestProjectsOfYear) ++full_years;
    }
    answer_.has_enough = full_years >= kFewestYears;
  }

  /// The smaller of the two z; nothing where one cannot be told.
  [[nodiscard]] std::optional<double> rise(const YearCounts& counts) const {
    for (std::size_t at = 0; at < counts.size(); ++at) {
      if (counts[at] > 0 && words_[at] <= 0) return std::nullopt;
    }
    const auto by_projects = rise_of(counts, projects_), by_words = rise_of(counts, words_);
    if (!by_projects || !by_words) return std::nullopt;
    return std::min(*by_projects, *by_words);
  }

  [[nodiscard]] double chance(double z) const {
    const auto tried = static_cast<double>(answer_.words_tried + answer_.phrases_tried);
    return std::min(1.0, chance_of(z) * tried);
  }

  /// As people write them; the surest first.
  [[nodiscard]] std::vector<std::string> words_on_the_rise(
      const search::TermCounts& counted) const {
    std::vector<std::pair<double, std::string_view>> rising;
    for (const auto& [term, counts] : counted.terms) {
      const auto z = rise({counts.begin(), counts.end()});
      if (z && chance(*z) <= kGreatestChance) rising.emplace_back(-*z, term);
    }
    std::ranges::sort(rising);
    std::vector<std::string> words;
    for (const auto& [z, term] : rising) {
      if (words.size() == kWordsForEach * query_.limit) break;
      auto word = snapshot_.word_of(term);
      const bool is_told =
          !is_word_for_people(word) || std::ranges::find(words, word) != words.end();
      if (!is_told) words.push_back(std::move(word));
    }
    return words;
  }

  Result<std::vector<std::string>> phrases_in_newest(search::Request request,
                                                     const search::TermCounts& counted) {
    request.facets.clear();
    request.sort = {.column = "start", .direction = search::Direction::descending};
    request.limit = kProjectsRead;
    request.selections.push_back(
        {.facet = "period",
         .ranges = {{.column = "year", .low = period_.from, .high = period_.to}}});
    std::vector<std::string> slugs;
    for (auto& hit : TRY(snapshot_.search(request)).hits) slugs.push_back(std::move(hit.id));
    std::unordered_set<std::string> telling;
    for (const auto& counted_term : counted.terms) {
      if (is_word_for_people(counted_term.term)) telling.insert(counted_term.term);
    }
    PhraseFinder finder(std::move(telling), snapshot_.schema());
    const auto projects = TRY(store_.projects(slugs));
    for (const auto& project : projects) finder.read(project_document(project));
    answer_.projects_read = projects.size();
    return finder.best(kFewestReadWithPhrase, kMostPhrases);
  }

  /// Takes its counts from the search that its link leads to, and the term where it rises.
  Result<> add(const std::string& text) {
    RisingTerm term{.text = text, .query = '"' + text + '"'};
    if (query_.text.find_first_not_of(' ') != std::string::npos) {
      term.query += " AND (" + query_.text + ')';
    }
    auto asked = TRY(question(term.query));
    const auto found = years_of(TRY(ask(asked, snapshot_)));
    std::uint64_t projects = 0;
    for (std::size_t at = 0; at < period_.years(); ++at) {
      const auto year = found.find(answer_.years[at].year);
      term.counts.push_back(year == found.end() ? 0 : year->second);
      projects += term.counts.back();
      if (term.counts.back() > answer_.years[at].projects) return {};
    }
    if (projects < kFewestProjectsOfTerm) return {};
    const auto z = rise(term.counts);
    if (!z || chance(*z) > kGreatestChance) return {};
    term.z = *z;
    term.chance = chance(*z);
    term.growth = growth_of(term.counts, projects_);
    answer_.terms.push_back(std::move(term));
    return {};
  }

  /// Leaves out words that say no more than a phrase with them does, orders and cuts.
  void finish() {
    auto& terms = answer_.terms;
    const auto total = [](const RisingTerm& term) {
      double sum = 0;
      for (const auto count : term.counts) sum += static_cast<double>(count);
      return sum;
    };
    const auto is_told_by = [&](const RisingTerm& word, const RisingTerm& phrase) {
      const auto blank = phrase.text.find(' ');
      if (blank == std::string::npos || word.text.find(' ') != std::string::npos) return false;
      const auto holds =
          phrase.text.substr(0, blank) == word.text || phrase.text.substr(blank + 1) == word.text;
      return holds && total(phrase) >= kPartOfPhrase * total(word);
    };
    const auto all = terms;
    std::erase_if(terms, [&](const RisingTerm& word) {
      return std::ranges::any_of(
          all, [&](const RisingTerm& phrase) { return is_told_by(word, phrase); });
    });
    std::ranges::sort(terms, [](const RisingTerm& one, const RisingTerm& other) {
      return one.z != other.z ? one.z > other.z : one.text < other.text;
    });
    terms.resize(std::min<std::size_t>(query_.limit, terms.size()));
  }

  const RisingQuery& query_;
  const search::Snapshot& snapshot_;
  const text::Synonyms& synonyms_;
  store::CatalogueStore& store_;
  const Date today_;
  Period period_;
  std::vector<double> projects_, words_;  ///< by year
  RisingTerms answer_;
};

}  // namespace

Result<RisingTerms> find_rising_terms(const RisingQuery& query, const search::Snapshot& snapshot,
                                      const text::Synonyms& synonyms, store::CatalogueStore& store,
                                      Date today) {
  return RisingAnalysis(query, snapshot, synonyms, store, today).run();
}

}  // namespace tributary::app
