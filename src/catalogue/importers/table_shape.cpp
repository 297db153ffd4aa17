#include "catalogue/importers/table_shape.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>

#include "catalogue/importers/field_text.h"

namespace tributary::catalogue {
namespace {

using NameMap = boost::unordered_flat_map<std::string, Column>;

NameMap map_of(std::span<const Synonyms> synonyms) {
  NameMap map;
  for (const auto& [column, names] : synonyms) {
    for (auto left = names; !left.empty();) {
      const auto end = left.find(';');
      map.emplace(folded_name(left.substr(0, end)), column);
      left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
    }
  }
  return map;
}

/// "EU Grant award in euros (This amount represents …)" is "euGrantAwardInEuros".
std::string folded_column(std::string_view name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (name.starts_with(kByteOrderMark)) name.remove_prefix(kByteOrderMark.size());
  const auto bracket = name.find('(');
  return folded_name(bracket == 0 ? name : name.substr(0, bracket));
}

Column find(const NameMap& map, const std::string& folded) {
  const auto found = map.find(folded);
  return found == map.end() ? Column::none : found->second;
}

/// "partner12organisationtype" → group 13, "organisationtype".
std::optional<std::pair<std::uint32_t, std::string>> partner_group(std::string_view folded) {
  constexpr std::string_view kPartner = "partner";
  if (!folded.starts_with(kPartner)) return std::nullopt;
  folded.remove_prefix(kPartner.size());
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(folded.data(), folded.data() + folded.size(), number);
  if (error != std::errc{} || number == 0 || number > 100000) return std::nullopt;
  folded.remove_prefix(static_cast<std::size_t>(stop - folded.data()));
  return std::pair(number + 1, std::string(folded));
}

class Binder {
 public:
  explicit Binder(TableKind kind) : kind_(kind), project_(map_of(synonyms_of(kind))) {
    if (kind == TableKind::erasmus_projects) {
      coordinator_ = map_of(erasmus_coordinator_synonyms());
      partner_ = map_of(erasmus_partner_synonyms());
    }
  }

  [[nodiscard]] std::vector<BoundColumn> bind(const std::vector<std::string>& header) const {
    std::vector<BoundColumn> bound;
    for (std::size_t cell = 0; cell < header.size(); ++cell) {
      auto column = meaning(folded_column(header[cell]));
      column.cell = cell;
      const bool is_new = std::ranges::none_of(bound, [&](const BoundColumn& other) {
        return other.column == column.column && other.group == column.group;
      });
      if (column.column != Column::none && is_new) bound.push_back(column);
    }
    std::ranges::stable_sort(bound, {}, &BoundColumn::group);
    return bound;
  }

 private:
  [[nodiscard]] BoundColumn meaning(const std::string& folded) const {
    if (const auto column = find(project_, folded); column != Column::none) {
      return {.cell = 0, .column = column, .group = 0};
    }
    if (kind_ != TableKind::erasmus_projects) return {};
    if (const auto column = find(coordinator_, folded); column != Column::none) {
      return {.cell = 0, .column = column, .group = 1};
    }
    if (const auto group = partner_group(folded)) {
      return {.cell = 0, .column = find(partner_, group->second), .group = group->first};
    }
    return {};
  }

  TableKind kind_;
  NameMap project_, coordinator_, partner_;
};

bool fits(const Signature& signature, const std::vector<BoundColumn>& bound) {
  const auto has = [&bound](Column column) {
    return std::ranges::any_of(bound, [column](const BoundColumn& candidate) {
      return candidate.group == 0 && candidate.column == column;
    });
  };
  return std::ranges::all_of(signature.all_of, has) &&
         static_cast<std::size_t>(std::ranges::count_if(signature.some_of, has)) >= signature.least;
}

}  // namespace

std::optional<TableShape> recognise(const std::vector<std::string>& header,
                                    std::string_view source) {
  for (const auto& signature : signatures()) {
    if (!source.empty() && source_of(signature.kind) != source) continue;
    auto bound = Binder(signature.kind).bind(header);
    if (fits(signature, bound)) return TableShape{signature.kind, std::move(bound), header};
  }
  return std::nullopt;
}

std::string refusal(const std::vector<std::string>& header) {
  constexpr std::size_t kShownColumns = 5, kShownBytes = 40;
  std::string reason = "not a list of projects of a known source: columns ";
  for (std::size_t at = 0; at < std::min(header.size(), kShownColumns); ++at) {
    if (at > 0) reason += ", ";
    auto name = trimmed(header[at]);
    if (name.size() > kShownBytes) {
      auto end = kShownBytes;
      while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
      name = name.substr(0, end);
    }
    reason += name.empty() ? "(no name)" : name;
  }
  if (header.size() > kShownColumns) {
    reason += " and " + std::to_string(header.size() - kShownColumns) + " more";
  }
  return reason;
}

}  // namespace tributary::catalogue
