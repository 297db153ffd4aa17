// app/portal.h
//
// The use cases of the portal, as the command line and the HTTP API call them. Requests and
// responses are plain data.
//
// Thread rule: a Portal is shared by all threads of `serve`; every call is safe from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/data_directory.h"
#include "base/clock.h"
#include "base/result.h"
#include "search/explanation.h"
#include "search/query/query_parser.h"
#include "search/query/query_synonyms.h"
#include "search/request.h"
#include "search/similar_query.h"
#include "search/words/spelling.h"
#include "store/catalogue_store.h"
#include "text/snippet.h"

namespace tributary::app {

/// Choices of one facet, as in `filter[country]=PT,RO`: values are those that the facet shows,
/// "unknown" included.
struct FacetChoice {
  std::string facet;
  std::vector<std::string> values;  ///< years as "2015" or "2015..2017"
};

/// Puts `value` beside the values that `choices` hold of `facet`: values of one facet are
/// alternatives.
void add_choice(std::vector<FacetChoice>& choices, std::string_view facet, std::string value);

/// Whether the last word of a query is whole.
enum class Typing : std::uint8_t { finished, going_on };

struct SearchQuery {
  std::string text;
  std::vector<FacetChoice> filters;
  std::vector<std::string> facets;  ///< names to count; see facet_names()
  std::string sort =
      "relevance";  ///< relevance, related, start, -start, end, -end, grant, -grant, title, -title
  std::uint32_t limit = 10;
  std::string cursor;
  std::optional<std::chrono::steady_clock::time_point> deadline;  ///< `timed_out` after it
  Typing typing = Typing::finished;  ///< going on: a last word without a blank after it is also the
                                     ///< beginning of one
  bool explain = false;              ///< why each hit has its score; only of an order by relevance
  std::optional<std::vector<std::string>> among = {};  ///< only projects of these slugs
};

struct SearchHit {
  store::StoredProject project;  ///< without provenance and history
  catalogue::ProjectStatus status = catalogue::ProjectStatus::unknown;
  float score = 0;
  text::Snippet title;                             ///< whole, matches marked
  text::Snippet snippet;                           ///< of the summary
  std::optional<search::Explanation> explanation;  ///< where it was asked for
};

struct FacetValue {
  std::string value;  ///< to filter by
  std::string label;  ///< to show
  std::uint64_t count = 0;
  bool selected = false;
};

struct FacetResult {
  std::string name;
  std::vector<FacetValue>
      values;  ///< by count; years in order; "unknown" last, present when it counts any
  std::uint64_t distinct = 0;
};

struct SearchResponse {
  std::uint64_t total = 0;
  std::string echo;
  std::vector<search::Misreading> misreadings;
  std::uint32_t words_required = 0, words_asked = 0;
  bool prefix_cut = false;                          ///< as search::Answer
  std::vector<search::NearWords> near_words;        ///< likewise
  std::vector<search::NearWords> compounds;         ///< likewise
  std::vector<search::AlsoSearched> also_searched;  ///< other names of what the query names
  std::optional<search::BetterText> did_you_mean;   ///< of a query that was typed to its end
  std::vector<SearchHit> hits;
  std::vector<FacetResult> facets;
  std::string next_cursor;
  bool demonstration = false;  ///< the catalogue holds the demonstration data
};

struct SimilarProject {
  store::StoredProject project;  ///< without provenance and history
  catalogue::ProjectStatus status = catalogue::ProjectStatus::unknown;
  float score = 0;                         ///< compares the hits of one answer only
  std::vector<search::SharedWord> shared;  ///< why: words that both have
};

struct SimilarResponse {
  std::vector<SimilarProject> hits;  ///< the most similar first
  bool by_company = false;  ///< words that keep company counted beside those that both have
};

struct CatalogueSummary {
  std::uint64_t projects = 0;
  std::uint64_t generation = 0;
  bool demonstration = false;
};

/// Something that a person may be about to type.
struct Completion {
  std::string kind;  ///< topic, organisation, project
  std::string text;
  std::string query;           ///< what to search for: text in the grammar of queries
  std::string project;         ///< of a project: its slug
  std::uint64_t projects = 0;  ///< how many have it
};

// Of scouting/, whose headers have them.
struct RisingQuery;
struct RisingTerms;
struct NeedQuery;
struct NeedAnswer;

// Of partners/find_partners.h.
struct PartnerQuery;
struct PartnerAnswer;

// Of hubs/hub_figures.h.
struct HubFigureQuery;
struct HubFigures;

// Of network/, whose headers have them.
struct NetworkScope;
struct NetworkQuery;
struct NetworkAnswer;
struct NetworkPathQuery;
struct NetworkPathAnswer;
enum class NetworkFormat : std::uint8_t;

class Portal {
 public:
  /// Opens the data directory; without an index, or with one that is older than the catalogue,
  /// builds it first. While another process builds one, the generation before serves. Errors:
  /// `conflict` where there is none.
  static Result<std::unique_ptr<Portal>> open(const DataDirectory& data, const Clock& clock);
  ~Portal();

  /// Errors: `invalid_argument` naming the parameter; `timed_out`; those of search::parse_query.
  Result<SearchResponse> search(const SearchQuery& query);

  /// Up to `limit` of each kind, kind after kind. Without a word in `typed` there are none.
  Result<std::vector<Completion>> completions(std::string_view typed, std::size_t limit);

  Result<store::StoredProject> project(std::string_view slug);
  /// Up to `limit` (1 … 50) projects like the one with this address. Errors: `not_found`,
  /// `invalid_argument`.
  Result<SimilarResponse> similar(std::string_view slug, std::uint32_t limit);
  Result<SimilarResponse> similar(const store::StoredProject& project, std::uint32_t limit);

  /// Words and phrases whose share of the projects found rises over the years. Errors: as search().
  Result<RisingTerms> rising_terms(const RisingQuery& query);
  /// Projects that are close to a need and far from innovations that are known. Errors: as
  /// search().
  Result<NeedAnswer> projects_for_need(const NeedQuery& query);

  /// Reads who took part in what, which partners, hubs and networks are found in, where the
  /// catalogue has changed: for a thread with nothing else to do (base/repeated_task.h).
  /// Without such a thread who asks first reads it. Errors: `database`, `cancelled`.
  Result<> read_partners_ahead(const std::stop_token& stop);

  /// Organisations that would do as partners, and why. As with all that is found in who took part
  /// in what, waiting for it to be read counts for nothing against a deadline. Errors: as
  /// find_partners().
  Result<PartnerAnswer> partners(const PartnerQuery& query);

  /// A part of the catalogue by quarters; counted once for each generation of the index. Errors: as
  /// find_hub_figures().
  Result<std::shared_ptr<const HubFigures>> hub_figures(const HubFigureQuery& query);

  /// Who works with whom in the projects of a search, and how each stands there. Errors: as
  /// search(); `not_found` naming `around`; `too_long` where it has too many ties.
  Result<NetworkAnswer> network(const NetworkQuery& query);
  /// Over whom two organisations know each other. Errors: as search(); as app::network_path().
  Result<NetworkPathAnswer> network_path(const NetworkPathQuery& query);
  /// The whole network as a file, piece by piece. Errors: as network(), and those of `sink`.
  Result<> export_network(const NetworkScope& scope, NetworkFormat format,
                          std::optional<std::chrono::steady_clock::time_point> deadline,
                          const std::function<Result<>(std::string_view)>& sink);

  Result<store::StoredOrganisation> organisation(std::string_view slug_or_id,
                                                 std::uint64_t participation_limit);
  /// Who it is, without other names, counts and participations: cheap.
  Result<store::StoredOrganisation> organisation_named(std::string_view slug_or_id);
  Result<std::vector<store::ImportRun>> import_runs();
  Result<std::vector<catalogue::Reject>> rejects(store::RunId run, std::uint64_t offset,
                                                 std::uint64_t limit);
  Result<std::vector<store::CoverageRow>> coverage();
  Result<CatalogueSummary> summary();

  /// Looks for a newer index generation (another process imported); cheap when there is none.
  Result<bool> refresh();
  /// Whether everything that the catalogue has taken in is found here; looks for a newer generation
  /// first.
  Result<bool> holds_whole_catalogue();

  [[nodiscard]] const Clock& clock() const;

  static const std::vector<std::string>& facet_names();

 private:
  struct State;
  explicit Portal(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::app
