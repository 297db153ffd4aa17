#include "identity/real_organisations.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "catalogue/identity/organisation_identity.h"
#include "catalogue/importers/field_country.h"
#include "catalogue/importers/field_text.h"
#include "corpus/real_table.h"
#include "must.h"

namespace tributary::bench {
namespace {

using catalogue::NamedOrganisation;

std::string cleaned(std::string_view cell) {
  std::string scratch;
  return std::string(catalogue::clean_text(cell, catalogue::Lines::one, scratch));
}

class Collector {
 public:
  void add(std::string_view list, NamedOrganisation named) {
    const auto identity = catalogue::identity_of(named);
    if (identity.pic.empty() || identity.name.empty()) return;
    std::string key(list);
    key.append("|").append(identity.pic).append("|").append(identity.name);
    if (!seen_.insert(key).second) return;
    records.push_back({.list = std::string(list), .named = std::move(named)});
  }

  /// PICs and VAT numbers that stand in one record are one group.
  void group() {
    parents_.resize(records.size());
    std::iota(parents_.begin(), parents_.end(), 0U);
    std::unordered_map<std::string, std::uint32_t> holders;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const auto identity = catalogue::identity_of(records[i].named);
      join(holders, "pic:" + identity.pic, i);
      if (!identity.vat.empty()) join(holders, "vat:" + identity.vat, i);
    }
    for (std::uint32_t i = 0; i < records.size(); ++i) records[i].group = root(i);
  }

  std::vector<RealOrganisation> records;

 private:
  std::uint32_t root(std::uint32_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::unordered_map<std::string, std::uint32_t>& holders, const std::string& mark,
            std::uint32_t i) {
    const auto [found, is_new] = holders.emplace(mark, i);
    if (!is_new) parents_[root(i)] = root(found->second);
  }

  std::unordered_set<std::string> seen_;
  std::vector<std::uint32_t> parents_;
};

std::string country_of(std::string_view cell) {
  const auto text = catalogue::trimmed(cell);
  if (text.empty()) return {};
  return std::string(catalogue::parse_country(text).value_or(""));
}

void read_horizon_europe(const Path& data, Collector& collector) {
  must(for_each_row(data / "cordis/horizon-europe/organization.csv.xz",
                    {"organisationID", "vatNumber", "name", "shortName", "street", "postCode",
                     "city", "country", "organizationURL"},
                    [&](const RowCells& cells) {
                      NamedOrganisation named;
                      named.pic = cleaned(cells[0]);
                      named.vat = cleaned(cells[1]);
                      named.name = cleaned(cells[2]);
                      named.short_name = cleaned(cells[3]);
                      named.street = cleaned(cells[4]);
                      named.post_code = cleaned(cells[5]);
                      named.city = cleaned(cells[6]);
                      named.country = country_of(cells[7]);
                      named.website = cleaned(cells[8]);
                      collector.add("Horizon Europe", std::move(named));
                    }));
}

/// Without a column for the PIC, which stands in the address of the contact form.
void read_newer_horizon_europe(const Path& file, Collector& collector) {
  must(for_each_row(file,
                    {"contactForm", "name", "shortName", "city", "country", "organizationURL"},
                    [&](const RowCells& cells) {
                      constexpr std::string_view kBefore = "/project/";
                      const auto at = cells[0].find(kBefore);
                      if (at == std::string_view::npos) return;
                      const auto rest = cells[0].substr(at + kBefore.size());
                      NamedOrganisation named;
                      named.pic = std::string(rest.substr(0, rest.find('/')));
                      named.name = cleaned(cells[1]);
                      named.short_name = cleaned(cells[2]);
                      named.city = cleaned(cells[3]);
                      named.country = country_of(cells[4]);
                      named.website = cleaned(cells[5]);
                      collector.add("Horizon Europe, newer", std::move(named));
                    }));
}

/// The address is one cell: "VIA XXI LUGLIO 20, MIRANDOLA, 41073".
void read_address(std::string_view address, NamedOrganisation& named) {
  const auto take_last = [&]() -> std::string_view {
    const auto comma = address.rfind(", ");
    if (comma == std::string_view::npos) return {};
    const auto last = address.substr(comma + 2);
    address = address.substr(0, comma);
    return last;
  };
  const auto has_digit = [](std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  auto last = take_last();
  if (has_digit(last)) {
    named.post_code = last;
    last = take_last();
  }
  named.city = last;
  named.street = address;
}

void read_fp7(const Path& data, Collector& collector) {
  must(for_each_row(data / "cordis/fp7/bia-reconciled_database_organization.csv.xz",
                    {"idOrganization", "country", "name", "address"}, [&](const RowCells& cells) {
                      NamedOrganisation named;
                      named.pic = cleaned(cells[0]);
                      named.country = country_of(cells[1]);
                      named.name = cleaned(cells[2]);
                      read_address(cleaned(cells[3]), named);
                      collector.add("FP7", std::move(named));
                    }));
}

void read_charter_holders(const Path& data, Collector& collector) {
  must(for_each_row(
      data / "identity/eche_2021-2027.json.xz",
      {"pic", "oid", "legal_name", "street", "post_cd", "city", "country_cd", "website_url"},
      [&](const RowCells& cells) {
        NamedOrganisation named;
        named.pic = cleaned(cells[0]);
        named.oid = cleaned(cells[1]);
        named.name = cleaned(cells[2]);
        named.street = cleaned(cells[3]);
        named.post_code = cleaned(cells[4]);
        named.city = cleaned(cells[5]);
        named.country = country_of(cells[6]);
        named.website = cleaned(cells[7]);
        collector.add("Erasmus charter", std::move(named));
      }));
}

}  // namespace

std::vector<RealOrganisation> real_organisations(const Path& shared_data) {
  Collector collector;
  read_horizon_europe(shared_data, collector);
  read_newer_horizon_europe(shared_data / "cordis/horizon-europe/hopon_2026_orgs.psv.xz",
                            collector);
  read_newer_horizon_europe(shared_data / "cordis/horizon-europe/hopon_orgs.psv.xz", collector);
  read_fp7(shared_data, collector);
  read_charter_holders(shared_data, collector);
  collector.group();
  return std::move(collector.records);
}

}  // namespace tributary::bench
