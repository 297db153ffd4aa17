#include "case_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "search/query/query_echo.h"
#include "search/query/query_parser.h"
#include "search/query/query_synonyms.h"
#include "search/query/typing.h"

namespace tributary::search_cases {
namespace {

std::string ids_of(const search::Answer& answer) {
  std::vector<std::string> ids;
  for (const auto& hit : answer.hits) ids.push_back(hit.id);
  return fmt::format("{}", fmt::join(ids, " "));
}

std::string sorted_words(const std::string& text) {
  auto words = split(text, ' ');
  std::erase(words, "");
  std::ranges::sort(words);
  return fmt::format("{}", fmt::join(words, " "));
}

std::string one_blank(const std::string& text) {
  auto words = split(text, ' ');
  std::erase(words, "");
  return fmt::format("{}", fmt::join(words, " "));
}

std::string describe(const search::FacetRequest& request, const search::Facet& facet) {
  std::vector<std::string> parts;
  for (const auto& value : facet.counts) {
    const bool is_histogram = request.kind == search::FacetKind::histogram;
    parts.push_back(
        fmt::format("{} {}", is_histogram ? std::to_string(value.low) : value.label, value.count));
  }
  if (facet.unknown > 0) parts.push_back(fmt::format("unknown {}", facet.unknown));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// A part of the query after another: what the best terms of its words are, in how many documents
/// any of the word's terms stands, and where in this one.
std::string describe(const search::Explanation& explanation) {
  std::vector<std::string> parts;
  for (const auto& part : explanation.parts) {
    std::vector<std::string> words;
    for (const auto& word : part.words) {
      if (!part.is_found) continue;
      const auto& best = word.terms.front();
      auto text = fmt::format("{} in {}", best.term, word.documents);
      for (const auto& [field, count] : best.places) text += fmt::format(" {} {}", field, count);
      if (best.penalty < 1) text += fmt::format(" times {:.2g}", best.penalty);
      words.push_back(std::move(text));
    }
    parts.push_back(fmt::format("{}: {}", part.text,
                                words.empty() ? "no" : fmt::format("{}", fmt::join(words, " + "))));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// Compares one query's answer with its expectations, line by line.
class Check {
 public:
  Check(const search::Snapshot& snapshot, const Query& query)
      : snapshot_(snapshot), query_(query), request_(query.request) {}

  std::vector<std::string> run() {
    const auto parsed = search::parse_query(query_.text, snapshot_.schema());
    if (!parsed) return refused(parsed.error());
    request_.query = parsed->tree;
    if (query_.is_typing) search::let_last_word_go_on(request_.query, query_.text);
    const auto echo = search::echo_of(request_.query, snapshot_.schema());
    static const text::Synonyms synonyms;
    also_searched_ = search::add_equivalents(
        request_.query,
        {.synonyms = synonyms,
         .learnt = [&](std::string_view text) { return snapshot_.other_names(text); },
         .country_column = "country"});
    const auto answer = snapshot_.search(request_);
    if (!answer) return refused(answer.error());
    check_against_exhaustive(*answer);
    std::size_t misreadings = 0;
    for (const auto& line : query_.expectations) {
      if (line.word == "misread") {
        const auto& all = parsed->misreadings;
        compare(line, misreadings < all.size() ? all[misreadings].reason : "nothing");
        ++misreadings;
      } else if (line.word == "echo") {
        compare(line, echo);
      } else {
        check(line, *answer);
      }
    }
    if (misreadings != parsed->misreadings.size()) {
      wrong(query_.line, fmt::format("{} misreadings, of which {} are expected",
                                     parsed->misreadings.size(), misreadings));
    }
    return std::move(failures_);
  }

 private:
  /// Whatever is searched beside what was typed, the best are found as if all were scored.
  void check_against_exhaustive(const search::Answer& answer) {
    auto request = request_;
    request.ranking = search::Ranking::exhaustive;
    const auto all = snapshot_.search(request);
    const auto same = [](const search::Hit& left, const search::Hit& right) {
      return left.id == right.id && left.score == right.score;
    };
    if (!all || !std::ranges::equal(answer.hits, all->hits, same)) {
      wrong(query_.line, "the page is not that of the exhaustive ranking");
    }
  }

  std::vector<std::string> refused(const Error& error) {
    bool is_expected = false;
    for (const auto& line : query_.expectations) {
      if (line.word != "error") continue;
      is_expected = true;
      compare(line, std::string(name_of(error.code)));
    }
    if (!is_expected) wrong(query_.line, "refused: " + error.text());
    return std::move(failures_);
  }

  void check(const Line& line, const search::Answer& answer) {
    if (line.word == "total") {
      compare(line, std::to_string(answer.total));
    } else if (line.word == "order") {
      compare(line, ids_of(answer));
    } else if (line.word == "found") {
      compare_text(line, sorted_words(line.rest), sorted_words(ids_of(answer)));
    } else if (line.word == "pages") {
      compare(line, pages(answer));
    } else if (line.word == "facet") {
      compare_facet(line, answer);
    } else if (line.word == "distinct") {
      check_distinct(line, answer);
    } else if (line.word == "words") {
      compare(line, fmt::format("{} of {}", answer.words_required, answer.words_asked));
    } else if (line.word == "near") {
      compare(line, words_told(answer.near_words));
    } else if (line.word == "compounds") {
      compare(line, words_told(answer.compounds));
    } else if (line.word == "also") {
      compare(line, also_searched());
    } else if (line.word == "did") {
      const auto better = snapshot_.better_text(query_.text);
      compare_text(line, line.rest, better ? "you mean " + better->text : "you mean");
    } else if (line.word == "cut") {
      if (!answer.prefix_cut) wrong(line.number, "no prefix was cut");
    } else if (line.word == "why") {
      check_explanation(line);
    } else if (line.word == "same") {
      check_scores(line, answer);
    } else {
      wrong(line.number, fmt::format("“{}” is not an expectation, or was not met", line.word));
    }
  }

  static std::string words_told(const std::vector<search::NearWords>& told) {
    std::string text;
    for (const auto& [typed, words, is_cut] : told) {
      text += fmt::format("{}{}: {}", text.empty() ? "" : " ", typed, fmt::join(words, " "));
    }
    return text;
  }

  [[nodiscard]] std::string also_searched() const {
    std::string text;
    for (const auto& [typed, names, country] : also_searched_) {
      text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", typed, fmt::join(names, ", "));
    }
    return text;
  }

  std::string pages(const search::Answer& first) {
    auto text = ids_of(first);
    auto request = request_;
    for (auto cursor = first.next; !cursor.empty();) {
      request.after = cursor;
      const auto page = snapshot_.search(request);
      if (!page) return text + " | " + page.error().text();
      if (page->total != first.total) text += fmt::format(" (total {})", page->total);
      text += " | " + ids_of(*page);
      cursor = page->next;
    }
    return text;
  }

  const search::Facet* facet_of(const std::string& name, const search::Answer& answer,
                                const search::FacetRequest*& request) const {
    for (std::size_t i = 0; i < answer.facets.size(); ++i) {
      request = &request_.facets[i];
      if (answer.facets[i].name == name) return &answer.facets[i];
    }
    return nullptr;
  }

  void compare_facet(const Line& line, const search::Answer& answer) {
    const auto name = line.rest.substr(0, line.rest.find(' '));
    const search::FacetRequest* request = nullptr;
    const auto* facet = facet_of(name, answer, request);
    if (facet == nullptr) return wrong(line.number, "the facet was not asked for");
    compare_text(line, one_blank(line.rest.substr(name.size())), describe(*request, *facet));
  }

  void check_distinct(const Line& line, const search::Answer& answer) {
    const auto name = line.rest.substr(0, line.rest.find(' '));
    const search::FacetRequest* request = nullptr;
    const auto* facet = facet_of(name, answer, request);
    if (facet == nullptr) return wrong(line.number, "the facet was not asked for");
    compare(line, fmt::format("{} {}", name, facet->distinct));
  }

  void check_explanation(const Line& line) {
    const std::vector ids{line.rest.substr(0, line.rest.find(' '))};
    const auto explained = snapshot_.explain(request_.query, ids);
    if (!explained || explained->size() != 1) return wrong(line.number, "there is no explanation");
    compare_text(line, one_blank(line.rest.substr(ids.front().size())),
                 describe(explained->front()));
  }

  void check_scores(const Line& line, const search::Answer& answer) {
    std::vector<float> scores;
    for (const auto& id : split(line.rest, ' ')) {
      for (const auto& hit : answer.hits) {
        if (hit.id == id) scores.push_back(hit.score);
      }
    }
    if (scores.size() < 2 ||
        std::ranges::count(scores, scores.front()) != static_cast<std::ptrdiff_t>(scores.size())) {
      wrong(line.number, fmt::format("the scores are {}", fmt::join(scores, ", ")));
    }
  }

  void compare(const Line& line, const std::string& actual) {
    compare_text(line, one_blank(line.rest), actual);
  }
  void compare_text(const Line& line, const std::string& expected, const std::string& actual) {
    if (expected != actual) {
      wrong(line.number, fmt::format("{} is “{}”, expected “{}”", line.word, actual, expected));
    }
  }
  void wrong(std::size_t line, const std::string& what) {
    failures_.push_back(fmt::format("line {}: {}", line, what));
  }

  const search::Snapshot& snapshot_;
  const Query& query_;
  search::Request request_;
  std::vector<search::AlsoSearched> also_searched_;
  std::vector<std::string> failures_;
};

}  // namespace

std::vector<std::string> check_query(const search::Snapshot& snapshot, const Query& query) {
  return Check(snapshot, query).run();
}

}  // namespace tributary::search_cases
