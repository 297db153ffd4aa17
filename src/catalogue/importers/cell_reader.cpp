#include "catalogue/importers/cell_reader.h"

#include "catalogue/importers/field_country.h"
#include "catalogue/importers/field_date.h"
#include "catalogue/importers/field_labels.h"
#include "catalogue/importers/field_number.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kLongestKey = 200;

/// At most 60 bytes of `cell`, whole characters.
std::string_view shown(std::string_view cell) {
  constexpr std::size_t kShownBytes = 60;
  cell = trimmed(cell);
  if (cell.size() <= kShownBytes) return cell;
  auto end = kShownBytes;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  return cell.substr(0, end);
}

}  // namespace

bool CellReader::fail(std::string_view what, std::string_view cell) {
  fault_.assign(1, '"').append(shown(cell)).append("\" is ").append(what);
  return false;
}

std::string_view CellReader::cleaned(std::string_view cell, Lines lines) {
  return clean_text(cell, lines, scratch_);
}

bool CellReader::text(std::string_view cell, std::string& field, Lines lines) {
  field.assign(cleaned(cell, lines));
  return true;
}

bool CellReader::date(std::string_view cell, std::optional<Date>& field) {
  if (is_blank(cell)) return true;
  field = parse_date(cell);
  return field || fail("no date", cell);
}

bool CellReader::money(std::string_view cell, std::optional<Money>& field) {
  if (is_blank(cell)) return true;
  field = parse_money(cell);
  return field || fail("no amount of money", cell);
}

bool CellReader::count(std::string_view cell, std::optional<std::uint32_t>& field) {
  if (is_blank(cell)) return true;
  field = parse_count(cell);
  return field || fail("no whole number", cell);
}

bool CellReader::year(std::string_view cell, std::optional<std::int32_t>& field) {
  if (is_blank(cell)) return true;
  const auto number = parse_count(cell);
  if (!number || *number < 1900 || *number > 2200) return fail("no year", cell);
  field = static_cast<std::int32_t>(*number);
  return true;
}

bool CellReader::truth(std::string_view cell, std::optional<bool>& field) {
  if (is_blank(cell)) return true;
  field = parse_truth(cell);
  return field || fail("neither yes nor no", cell);
}

bool CellReader::country(std::string_view cell, std::string& field) {
  const auto name = trimmed(cell);
  if (name.empty() || name == "-" || name == "N/A") return true;
  const auto code = parse_country(name);
  if (!code) return fail("no country that we know", cell);
  field.assign(*code);
  return true;
}

bool CellReader::position(std::string_view cell, NamedOrganisation& organisation) {
  if (is_blank(cell)) return true;
  const auto position = parse_position(cell);
  if (!position) return fail("no position in degrees", cell);
  organisation.latitude = position->latitude;
  organisation.longitude = position->longitude;
  return true;
}

bool CellReader::role(std::string_view cell, Participation& participation) {
  const auto label = trimmed(cell);
  if (label.empty()) return true;
  const auto role = parse_role(label);
  if (!role) return fail("no role that we know", cell);
  participation.role = *role;
  participation.role_label.assign(label);
  return true;
}

bool CellReader::activity_type(std::string_view cell, NamedOrganisation& organisation) {
  if (is_blank(cell)) return true;
  const auto code = trimmed(cell);
  const auto type = parse_activity_type(code);
  if (!type) return fail("none of HES, PRC, REC, PUB, OTH", cell);
  organisation.type = *type;
  organisation.type_label.assign(code);
  return true;
}

bool CellReader::website(std::string_view cell, std::string& field) {
  const auto address = cleaned(cell);
  if (!is_blank(address) && address.find(' ') == std::string_view::npos) field.assign(address);
  return true;
}

bool CellReader::key(std::string_view cell, std::string& field) {
  auto key = cleaned(cell);
  if (is_blank(key)) return fail("no project identifier", cell);
  const bool is_whole_number =
      key.ends_with(".0") &&
      key.substr(0, key.size() - 2).find_first_not_of("0123456789") == std::string_view::npos;
  if (is_whole_number) key.remove_suffix(2);
  if (key.size() > kLongestKey) return fail("too long for a project identifier", cell);
  field.assign(key);
  return true;
}

}  // namespace tributary::catalogue
