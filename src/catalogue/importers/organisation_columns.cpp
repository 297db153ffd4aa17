#include "catalogue/importers/organisation_columns.h"

#include <algorithm>

#include "catalogue/importers/field_labels.h"

namespace tributary::catalogue {

bool read_organisation_cell(CellReader& reader, Column column, std::string_view cell,
                            Participation& participation) {
  auto& organisation = participation.organisation;
  switch (column) {
    case Column::pic:
      if (is_blank(cell)) return true;
      return reader.key(cell, organisation.pic);
    case Column::oid:
      return reader.text(cell, organisation.oid);
    case Column::vat:
      return reader.text(cell, organisation.vat);
    case Column::name:
      return reader.text(cell, organisation.name);
    case Column::short_name:
      return reader.text(cell, organisation.short_name);
    case Column::sme:
      return reader.truth(cell, organisation.is_sme);
    case Column::activity_type:
      return reader.activity_type(cell, organisation);
    case Column::type_label:
      reader.text(cell, organisation.type_label);
      if (!organisation.type_label.empty()) {
        organisation.type = organisation_type_of_label(organisation.type_label);
      }
      return true;
    case Column::street:
      return reader.text(cell, organisation.street);
    case Column::post_code:
      return reader.text(cell, organisation.post_code);
    case Column::city:
      return reader.text(cell, organisation.city);
    case Column::region:
      return reader.text(cell, organisation.region);
    case Column::country:
      return reader.country(cell, organisation.country);
    case Column::nuts:
      return reader.text(cell, organisation.nuts);
    case Column::position:
      return reader.position(cell, organisation);
    case Column::organisation_website:
      return reader.website(cell, organisation.website);
    case Column::address:
      assign_address(reader.cleaned(cell), organisation);
      return true;
    case Column::order:
      return reader.count(cell, participation.order);
    case Column::role:
      return reader.role(cell, participation);
    case Column::contribution:
      return reader.money(cell, participation.contribution);
    case Column::net_contribution:
      return reader.money(cell, participation.net_contribution);
    case Column::organisation_total_cost:
      return reader.money(cell, participation.total_cost);
    case Column::ended_early:
      return reader.truth(cell, participation.ended_early);
    default:
      return true;
  }
}

void assign_address(std::string_view address, NamedOrganisation& organisation) {
  const auto last = address.rfind(',');
  const auto middle = last == std::string_view::npos || last == 0 ? std::string_view::npos
                                                                  : address.rfind(',', last - 1);
  if (middle != std::string_view::npos) {
    const auto post_code = trimmed(address.substr(middle + 1, last - middle - 1));
    const auto city = trimmed(address.substr(last + 1));
    const bool is_post_code = post_code.size() <= 10 && std::ranges::any_of(post_code, [](char c) {
                                return c >= '0' && c <= '9';
                              });
    const bool is_city =
        !city.empty() && std::ranges::none_of(city, [](char c) { return c >= '0' && c <= '9'; });
    if (is_post_code && is_city) {
      organisation.street.assign(trimmed(address.substr(0, middle)));
      organisation.post_code.assign(post_code);
      organisation.city.assign(city);
      return;
    }
  }
  organisation.street.assign(address);
}

}  // namespace tributary::catalogue
