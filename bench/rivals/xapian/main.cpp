// Xapian: one term list over title and text, labels as boolean terms and in value slots, ranked by
// BM25 with k1 = 1.2 and b = 0.75. A program of its own, because Xapian is under the GPL.
#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <unordered_map>

#include "rivals/common/rival_program.h"

namespace {

using namespace tributary::bench;

enum Slot : Xapian::valueno { kYearSlot, kProgrammeSlot, kCountriesSlot, kTopicsSlot };

constexpr Xapian::termpos kPositionGap = 100;  ///< so that no phrase runs from title into text
constexpr Xapian::termcount kTypedCompletions = 100;  ///< Xapian's own limit for a word being typed

void add_words(Xapian::Document& to, std::string_view text, Xapian::termpos& position) {
  for (const auto word : pieces_of(text, ' ')) to.add_posting(std::string(word), ++position);
}

std::string joined(const std::vector<std::string_view>& labels) {
  return fmt::format("{}", fmt::join(labels, " "));
}

void build(const std::string& corpus, const std::string& folder) {
  std::filesystem::create_directories(folder);
  const auto parts = folder + "/parts";
  {
    Xapian::WritableDatabase database(parts, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS);
    CorpusFile file(corpus);
    for (CorpusDocument document; file.next(document);) {
      Xapian::Document to;
      Xapian::termpos position = 0;
      add_words(to, document.title, position);
      position += kPositionGap;
      add_words(to, document.text, position);
      for (const auto country : document.countries) {
        to.add_boolean_term("XCOUNTRY" + std::string(country));
      }
      to.add_value(kYearSlot, Xapian::sortable_serialise(document.year));
      to.add_value(kProgrammeSlot, std::string(document.programme));
      to.add_value(kCountriesSlot, joined(document.countries));
      to.add_value(kTopicsSlot, joined(document.topics));
      database.add_document(to);
    }
    database.commit();
  }
  Xapian::Database(parts).compact(folder + "/whole", Xapian::DBCOMPACT_NO_RENUMBER);
  std::filesystem::remove_all(parts);
}

/// Documents are numbered from 1 in the order of the corpus.
std::string id_of(Xapian::docid number) { return fmt::format("{:08}", number - 1); }

/// Counts the labels of each match.
class LabelSpy final : public Xapian::MatchSpy {
 public:
  explicit LabelSpy(Slot slot) : slot_(slot) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    const auto value = document.get_value(slot_);
    if (slot_ == kYearSlot) {
      ++counts_[value];
      return;
    }
    for (const auto label : pieces_of(value, ' ')) ++counts_[std::string(label)];
  }

  [[nodiscard]] FacetCounts facet(const std::string& name) const {
    FacetCounts facet{.name = name};
    for (const auto& [value, count] : counts_) {
      facet.values.emplace_back(
          slot_ == kYearSlot ? fmt::format("{}", Xapian::sortable_unserialise(value)) : value,
          count);
    }
    keep_first(facet);
    return facet;
  }

 private:
  Slot slot_;
  std::unordered_map<std::string, std::uint64_t> counts_;
};

Xapian::Query words_of(const RivalQuery& query) {
  using Xapian::Query;
  const auto& words = query.words;
  switch (query.words_operator) {
    case Operator::any_of:
      return {Query::OP_OR, words.begin(), words.end()};
    case Operator::phrase:
      return {Query::OP_PHRASE, words.begin(), words.end(),
              static_cast<Xapian::termcount>(words.size())};
    case Operator::prefix:
      return {Query::OP_WILDCARD, words.front(), 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM};
    case Operator::typing: {
      // As Xapian's query parser reads a word that is being typed.
      Query query_tree(Query::OP_WILDCARD, words.back(), kTypedCompletions,
                       Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
      for (std::size_t i = 0; i + 1 < words.size(); ++i) query_tree &= Query(words[i]);
      return query_tree;
    }
    default:
      return {Query::OP_AND, words.begin(), words.end()};
  }
}

Xapian::Query query_of(const RivalQuery& query) {
  using Xapian::Query;
  auto tree = words_of(query);
  if (!query.country.empty()) {
    tree = Query(Query::OP_FILTER, tree, Query("XCOUNTRY" + query.country));
  }
  if (query.years) {
    tree = Query(
        Query::OP_FILTER, tree,
        Query(Query::OP_VALUE_RANGE, kYearSlot, Xapian::sortable_serialise(query.years->first),
              Xapian::sortable_serialise(query.years->last)));
  }
  return tree;
}

class XapianRival final : public Rival {
 public:
  explicit XapianRival(const std::string& folder) : database_(folder + "/whole") {}

  [[nodiscard]] std::optional<std::string> missing(const RivalQuery& query) const override {
    const bool has_typo =
        query.words_operator == Operator::typo || query.words_operator == Operator::typing_typo;
    if (has_typo) return "Xapian 1.4 has no query by edit distance";
    return std::nullopt;
  }

  RivalAnswer answer(const RivalQuery& query) override {
    RivalAnswer answer;
    if (query.task == Task::count) {
      answer.total = count(query);
      return answer;
    }
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    enquire.set_query(query_of(query));
    LabelSpy countries(kCountriesSlot), programmes(kProgrammeSlot), topics(kTopicsSlot),
        years(kYearSlot);
    const bool wants_facets = query.task == Task::facets;
    if (wants_facets) {
      for (auto* spy : {&countries, &programmes, &topics, &years}) enquire.add_matchspy(spy);
    }
    const auto found = enquire.get_mset(0, kTop, wants_facets ? database_.get_doccount() : 0);
    for (auto hit = found.begin(); hit != found.end(); ++hit) answer.top.push_back(id_of(*hit));
    if (wants_facets) {
      answer.total = found.get_matches_estimated();  // exact, as all were looked at
      answer.facets = {countries.facet("country"), programmes.facet("programme"),
                       topics.facet("topic"), years.facet("year")};
    }
    return answer;
  }

  std::optional<std::uint64_t> count(const RivalQuery& query) override {
    if (query.words_operator == Operator::typing) return std::nullopt;
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query_of(query));
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

 private:
  Xapian::Database database_;
};

}  // namespace

int main(int argc, char** argv) {
  return run_rival(argc, argv, build,
                   [](const std::string& folder) { return std::make_unique<XapianRival>(folder); });
}
