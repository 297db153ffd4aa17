// bench/partners/partner_trial.h
//
// Real projects with one partner hidden, asked for with what was known by a day: docs/partners.md.
//
// Asked of projects that began after the day, have a title and three partners or more, of whom one
// that had taken part in a project by that day is hidden (fixed seed). Asked with title, summary,
// topics and the other partners.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <unordered_map>

#include "../must.h"
#include "app/data_directory.h"
#include "app/own_words.h"
#include "app/partners/partner_network.h"
#include "app/project_document.h"
#include "base/clock.h"
#include "search/index.h"
#include "search/query/query_parser.h"
#include "store/catalogue_store.h"
#include "store/pool.h"

namespace tributary {

using network::OrganisationIndex;

inline constexpr unsigned kSeed = 20'261;
inline constexpr std::size_t kFewestPartners = 3;
inline constexpr std::uint32_t kMostVotes = 1'000;
inline constexpr std::size_t kMostQueryBytes = 1'900;  ///< of the grammar, and some to spare

struct Question {
  store::StoredProject project;
  OrganisationIndex hidden;
  std::vector<OrganisationIndex> others;
  std::vector<network::Vote> votes;  ///< of the projects that had begun by the day
};

/// Where the hidden one stands, from 1 on; 0 where it was not found.
using Rank = std::size_t;

class Trial {
 public:
  Trial(const std::filesystem::path& folder, Date split)
      : data_(folder),
        split_(split),
        connections_(data_.database()),
        store_(must(store::CatalogueStore::open(data_.database()))),
        index_(must(search::Index::open(data_.index()))),
        snapshot_(index_.snapshot()),
        network_(must(kept_.now(connections_))),
        kinds_(network_->organisations.size()) {}

  /// At most so many of those that began by `latest`.
  std::vector<Question> questions(std::size_t most, std::optional<Date> latest = {}) {
    std::mt19937 random(kSeed);
    std::vector<Question> found;
    must(store_.for_each_project([](store::ProjectId) { return true; },
                                 [&](store::StoredProject project) -> Result<> {
                                   learn_kinds(project);
                                   const auto& start = project.merged.start;
                                   if (latest && start && *start > *latest) return {};
                                   add_question(std::move(project), random, found);
                                   return {};
                                 }));
    std::ranges::shuffle(found, random);
    if (found.size() > most)
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(most), found.end());
    for (auto& question : found) question.votes = votes(question);
    return found;
  }

  /// The product's own question, with the usual weights.
  [[nodiscard]] network::PartnerQuestion asked(const Question& question) const {
    return {.votes = question.votes,
            .members = question.others,
            .today = split_,
            .known_until = split_};
  }

  /// In the product's own order.
  [[nodiscard]] std::vector<network::PartnerCandidate> candidates(
      const network::PartnerQuestion& asked) const {
    const auto found = network::PartnerSearch(network_->collaboration, kinds_).candidates(asked);
    return found.page(0, found.size());
  }

  /// In the product's own answer.
  [[nodiscard]] Rank by_votes(const Question& question,
                              const network::PartnerQuestion& asked) const {
    const auto candidates = this->candidates(asked);
    const auto place =
        std::ranges::find(candidates, question.hidden, &network::PartnerCandidate::organisation);
    if (place == candidates.end() || place->score <= 0) return 0;
    return static_cast<Rank>(place - candidates.begin()) + 1;
  }

  /// Those with most projects in its programme.
  Rank by_programme(const Question& question) {
    const auto& programme = question.project.merged.programme;
    auto& order = of_programme_[programme];
    if (order.empty()) {
      std::vector<std::uint32_t> counts(network_->organisations.size());
      for (const auto& [place, name] : programme_of_) {
        if (name != programme) continue;
        for (const auto member : network_->collaboration.members_of({place})) {
          ++counts[member.value];
        }
      }
      for (std::uint32_t place = 0; place < counts.size(); ++place) {
        if (counts[place] > 0) order.push_back({place});
      }
      std::ranges::stable_sort(
          order, [&](auto one, auto other) { return counts[one.value] > counts[other.value]; });
    }
    return rank_in(order, question);
  }

  /// Document of an organisation: titles, summaries and topics of its projects; BM25 with the words
  /// of title, summary and topics, any of them.
  Rank by_profile(const Question& question) {
    if (!profiles_) build_profiles();
    std::string words;
    for (const auto& word : words_of(question.project.merged)) {
      if (words.size() + word.size() > kMostQueryBytes) break;
      words += (words.empty() ? "" : " OR ") + ("\"" + word + "\"");
    }
    if (words.empty()) return 0;
    const auto profiles = profiles_->snapshot();
    auto parsed = must(search::parse_query(words, profiles->schema()));
    const auto answer =
        must(profiles->search({.query = std::move(parsed.tree), .limit = kMostVotes}));
    std::vector<OrganisationIndex> order;
    for (const auto& hit : answer.hits) {
      order.push_back({static_cast<std::uint32_t>(std::stoul(hit.id))});
    }
    return rank_in(order, question);
  }

  [[nodiscard]] std::size_t organisations() const { return network_->organisations.size(); }

 private:
  [[nodiscard]] bool is_known(network::ProjectIndex project) const {
    const auto began = network_->collaboration.began(project);
    return began && *began <= split_;
  }

  /// Country and type as the projects that were known say them: the merged organisation has what
  /// later ones said too. The first that says it is believed.
  void learn_kinds(const store::StoredProject& project) {
    const auto place = network_->place_of(project.slug);
    if (!place || !is_known(*place)) return;
    for (const auto& participation : project.participations) {
      const auto who = network_->place_of(participation.organisation);
      if (!who) continue;
      const auto& published = participation.as_published.organisation;
      auto& kind = kinds_[who->value];
      if (kind.country == 0) {
        kind.country = static_cast<std::uint16_t>(countries_.number_of(published.country));
      }
      if (kind.type == 0) kind.type = static_cast<std::uint16_t>(published.type);
    }
  }

  void add_question(store::StoredProject project, std::mt19937& random,
                    std::vector<Question>& questions) {
    const auto place = network_->place_of(project.slug);
    if (!place) return;
    if (is_known(*place)) programme_of_[place->value] = project.merged.programme;
    const auto& start = project.merged.start;
    if (!start || *start <= split_ || project.merged.title.empty()) return;
    std::vector<OrganisationIndex> members(network_->collaboration.members_of(*place).begin(),
                                           network_->collaboration.members_of(*place).end());
    if (members.size() < kFewestPartners) return;
    std::vector<OrganisationIndex> known;
    for (const auto member : members) {
      const auto projects = network_->collaboration.projects_of(member);
      if (std::ranges::any_of(projects, [&](auto each) { return is_known(each); })) {
        known.push_back(member);
      }
    }
    if (known.empty()) return;
    const auto hidden = known[random() % known.size()];
    std::erase(members, hidden);
    questions.push_back({std::move(project), hidden, std::move(members), {}});
  }

  [[nodiscard]] std::vector<network::Vote> votes(const Question& question) const {
    auto document = app::project_document(question.project);
    search::SimilarQuery query{
        .texts = std::move(document.texts), .id = std::move(document.id), .limit = kMostVotes};
    query.selections.push_back(
        {.facet = "start",
         .ranges = {{.column = "start", .low = {}, .high = split_.days_since_epoch()}}});
    std::vector<network::Vote> found;
    for (const auto& hit : must(snapshot_->similar(query)).hits) {
      const auto place = network_->place_of(hit.id);
      if (place && hit.score > 0) found.push_back({*place, hit.score});
    }
    return found;
  }

  static Rank rank_in(const std::vector<OrganisationIndex>& order, const Question& question) {
    Rank rank = 0;
    for (const auto organisation : order) {
      if (std::ranges::find(question.others, organisation) != question.others.end()) continue;
      ++rank;
      if (organisation == question.hidden) return rank;
    }
    return 0;
  }

  /// Words of title, summary and topics, each once, as many as a query may have.
  std::vector<std::string> words_of(const catalogue::SourceProject& project) {
    std::string text = project.title + " " + project.summary;
    if (project.topics) {
      for (const auto& topic : *project.topics) text += " " + topic.label;
    }
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text + " ") {
      const bool is_part = static_cast<unsigned char>(letter) >= 0x80 ||
                           std::isalnum(static_cast<unsigned char>(letter)) != 0;
      if (is_part) {
        word += letter;
      } else if (!word.empty()) {
        if (word.size() > 2 && std::ranges::find(words, word) == words.end()) words.push_back(word);
        word.clear();
      }
    }
    return words;
  }

  void build_profiles() {
    std::unordered_map<std::uint32_t, std::string> texts;
    must(store_.for_each_project([](store::ProjectId) { return true; },
                                 [&](const store::StoredProject& project) -> Result<> {
                                   const auto place = network_->place_of(project.slug);
                                   if (!place || !is_known(*place)) return {};
                                   auto text = project.merged.title + " " + project.merged.summary;
                                   if (project.merged.topics) {
                                     for (const auto& topic : *project.merged.topics)
                                       text += " " + topic.label;
                                   }
                                   for (const auto member :
                                        network_->collaboration.members_of(*place)) {
                                     texts[member.value] += text + "\n";
                                   }
                                   return {};
                                 }));
    const auto folder =
        std::filesystem::temp_directory_path() / fmt::format("partner_profiles_{}", getpid());
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    search::Schema schema;
    schema.text_fields = {{.name = "text"}};
    auto writer = must(search::IndexWriter::create(folder, schema));
    for (auto& [place, text] : texts) {
      search::Document document{
          .id = std::to_string(place), .texts = {}, .labels = {}, .integers = {}};
      document.texts.push_back({0, std::move(text), text::Language::en});
      must(writer.add(document));
    }
    must(writer.commit());
    profiles_ = must(search::Index::open(folder));
  }

  app::DataDirectory data_;
  Date split_;
  store::ConnectionPool connections_;
  store::CatalogueStore store_;
  search::Index index_;
  std::shared_ptr<const search::Snapshot> snapshot_;
  app::KeptPartnerNetwork kept_;
  std::shared_ptr<const app::PartnerNetwork> network_;
  app::NumberedTexts countries_;
  std::vector<network::OrganisationKind> kinds_;       ///< as known by the day
  std::map<std::uint32_t, std::string> programme_of_;  ///< of the projects that are known
  std::map<std::string, std::vector<OrganisationIndex>> of_programme_;
  std::optional<search::Index> profiles_;
};

}  // namespace tributary
