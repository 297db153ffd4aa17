// Whom an offer suits: OfferDesk::find_matches().
#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <map>
#include <set>

#include "app/ecosystem/audit_detail.h"
#include "app/own_words.h"
#include "app/partners/find_partners.h"
#include "app/partnership/offer_desk.h"
#include "app/partnership/partnership_checks.h"
#include "store/recorded_change.h"
#include "text/analyzer.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr std::uint32_t kOrganisationsCompared = 100;
constexpr std::size_t kProjectsNamed = 3;
constexpr std::chrono::seconds kMatchTimeLimit{5};

/// Shorter words, and what stands in every such text, say nothing of what it is about.
constexpr std::size_t kShortestTellingWord = 5;
constexpr auto kSayNothing = std::to_array<std::string_view>(
    {"about",    "erasmus",      "european", "europe",   "looking",     "offer",
     "offers",   "organisation", "partner",  "partners", "partnership", "project",
     "projects", "request",      "school",   "schools",  "their",       "there",
     "training", "vocational",   "which",    "would"});

/// Stems, with a word that each stands for.
std::map<std::string, std::string> telling_words(const eco::OfferContent& content) {
  const auto text = content.topic + '\n' + content.text;
  text::Analyzer analyzer({});
  std::vector<text::Token> tokens;
  analyzer.analyze(text, language_of_words(text, {}), tokens);
  std::map<std::string, std::string> words;
  for (const auto& token : tokens) {
    if (token.plain.size() < kShortestTellingWord ||
        std::ranges::count(kSayNothing, token.plain) > 0) {
      continue;
    }
    words.emplace(token.term, token.plain);
  }
  return words;
}

std::set<std::string> stems_of(const std::map<std::string, std::string>& words) {
  std::set<std::string> stems;
  for (const auto& [stem, word] : words) stems.insert(stem);
  return stems;
}

Result<std::vector<store::StoredOfferMatch>> matches_with_offers(sql::Connection& connection,
                                                                 const store::StoredOffer& offer,
                                                                 Date today) {
  std::vector<store::StoredOfferMatch> matches;
  const auto words = telling_words(offer.content);
  const eco::MatchSide one{
      .content = offer.content,
      .country = TRY(organisation_as_known(connection, offer.organisation)).country,
      .words = stems_of(words)};
  const auto others = TRY(store::open_offers(connection, today));
  for (const auto& other : others) {
    if (other.organisation == offer.organisation) continue;
    const eco::MatchSide side{
        .content = other.content,
        .country = TRY(organisation_as_known(connection, other.organisation)).country,
        .words = stems_of(telling_words(other.content))};
    const auto match = eco::match_of(one, side);
    if (!match) continue;
    store::StoredOfferMatch found{.offer = offer.id,
                                  .organisation = other.organisation,
                                  .other = other.id,
                                  .share = match->share};
    for (const auto& stem : match->shared_words) found.why.push_back(words.at(stem));
    matches.push_back(std::move(found));
  }
  return matches;
}

/// The organisations whose past projects say most of what the offer is about.
Result<PartnerAnswer> like_minded(const store::StoredOffer& offer, Portal& portal) {
  PartnerQuery query;
  query.idea = offer.content.topic + '\n' + offer.content.text;
  query.filters.countries = offer.content.countries;
  query.limit = kOrganisationsCompared;
  query.deadline = std::chrono::steady_clock::now() + kMatchTimeLimit;
  return portal.partners(query);
}

Result<std::vector<store::StoredOfferMatch>> matches_by_projects(sql::Connection& connection,
                                                                 const store::StoredOffer& offer,
                                                                 const PartnerAnswer& answer) {
  std::vector<store::StoredOfferMatch> matches;
  for (const auto& hit : answer.hits) {
    const auto id = hit.organisation.id;
    if (id == offer.organisation || hit.reasons.empty()) continue;
    if (TRY(store::representatives_of(connection, id)).empty()) continue;
    store::StoredOfferMatch found{.offer = offer.id, .organisation = id, .share = hit.score};
    for (const auto& reason : hit.reasons) {
      if (found.why.size() < kProjectsNamed) found.why.push_back(reason.slug);
    }
    matches.push_back(std::move(found));
  }
  return matches;
}

}  // namespace

Result<std::uint64_t> OfferDesk::find_matches(eco::OfferId id, Portal& portal) {
  store::StoredOffer offer;
  std::vector<store::StoredOfferMatch> matches;
  {
    auto reading = TRY(store::Reading::begin(connections_));
    auto& connection = reading.connection();
    offer = TRY(store::offer(connection, id));
    if (offer.state_on(clock_.today()) != eco::OfferState::published) return 0;
    matches = TRY(matches_with_offers(connection, offer, clock_.today()));
  }
  // Without a connection: a search may take its time.
  const auto answer = TRY(like_minded(offer, portal));
  {
    auto reading = TRY(store::Reading::begin(connections_));
    auto more = TRY(matches_by_projects(reading.connection(), offer, answer));
    std::ranges::move(more, std::back_inserter(matches));
  }
  return record_matches(offer, matches);
}

Result<std::uint64_t> OfferDesk::record_matches(
    const store::StoredOffer& offer, const std::vector<store::StoredOfferMatch>& matches) {
  std::uint64_t told = 0;
  for (auto match : matches) {
    auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
    match.at = change.at();
    const auto number = TRY(store::insert_offer_match(change.connection(), match));
    if (!number) continue;
    TRY(change.commit(
        "offer_match.found", "offer_match/" + std::to_string(*number),
        audit_detail({{"offer", offer.id.value}, {"organisation", match.organisation.value}})));
    ++told;
  }
  return told;
}

}  // namespace tributary::app
