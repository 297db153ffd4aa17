// tests/import/generator/truth.h
//
// What an import of the generated files must find: projects with all that is known of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tributary::generator {

/// That projects choose from, where nothing else is asked for.
inline constexpr std::uint64_t kUsualOrganisations = 200'000;

enum class Layout : std::uint8_t { cordis, erasmus };

struct TrueOrganisation {
  std::string pic, name, type, street, post_code, city, region;
  std::string published_country;  ///< as the source writes it (EL, UK)
  std::string country;            ///< ISO 3166-1
  std::string website, role;
  bool is_sme = false;
  std::uint64_t contribution_cents = 0;
};

struct TrueTopic {
  std::string vocabulary;  ///< "call_topic", "euro_sci_voc", "legal_basis", "erasmus_topic"
  std::string code, label;
};

struct TrueProject {
  std::uint64_t index = 0;
  std::string key, acronym, title, summary, status, action, call, legal_basis, rcn, doi, website;
  std::string start, end, signed_on, updated_on;  ///< YYYY-MM-DD
  std::uint32_t call_year = 0;
  std::uint64_t grant_cents = 0;
  std::uint64_t total_cost_cents = 0;
  bool is_good_practice = false;
  bool is_success_story = false;
  std::vector<TrueOrganisation> organisations;  ///< the first coordinates
  std::vector<TrueTopic> topics;
  std::vector<std::string> links;
};

/// Project `index` of the catalogue that `seed` makes with so many organisations to choose from:
/// depends on nothing else.
TrueProject make_project(Layout layout, std::uint64_t seed, std::uint64_t index,
                         std::uint64_t organisations = kUsualOrganisations);

}  // namespace tributary::generator
