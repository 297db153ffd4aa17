#include "damage.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace tributary::generator {
namespace {

std::string with_comma(std::string amount) {
  if (amount.empty()) return amount;
  const auto point = amount.find('.');
  if (point == std::string::npos) return amount + ",00";
  amount[point] = ',';
  return amount;
}

std::string in_another_way(const std::string& iso, RandomStream& random) {
  constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
  const auto year = iso.substr(0, 4);
  const auto month = iso.substr(5, 2);
  const auto day = iso.substr(8, 2);
  switch (random.below(4)) {
    case 0:
      return fmt::format("{}/{}/{}", day, month, year);
    case 1:
      return fmt::format("{}.{}.{}", day, month, year);
    case 2:
      return fmt::format("{} {} {}", std::stoi(day), kMonths[std::stoi(month) - 1], year);
    default:
      return iso + " 00:00:00";
  }
}

/// Each byte of UTF-8 as the character that windows-1252 gives it.
std::string encoded_twice(const std::string& text) {
  constexpr char16_t kWindows1252[] = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  std::string twice;
  for (const char raw : text) {
    const unsigned byte = static_cast<unsigned char>(raw);
    const unsigned code = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
    if (code < 0x80) {
      twice += static_cast<char>(code);
    } else if (code < 0x800) {
      twice += static_cast<char>(0xC0U | code >> 6U);
      twice += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
      twice += static_cast<char>(0xE0U | code >> 12U);
      twice += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
      twice += static_cast<char>(0x80U | (code & 0x3FU));
    }
  }
  return twice;
}

}  // namespace

const DamageKind& kind_of(Damage damage) {
  const auto* kind = std::ranges::find(kDamageKinds, damage, &DamageKind::damage);
  if (kind == std::end(kDamageKinds)) throw std::logic_error("no damage has no kind");
  return *kind;
}

Damage choose_damage(std::uint64_t seed, const TableShape& table, FileKind file,
                     std::uint64_t project, std::uint64_t row, double rate) {
  RandomStream random{seed, 2, table.number, project, row};
  if (random.share() >= rate) return Damage::none;
  for (;;) {
    const auto& kind = random.pick(kDamageKinds);
    if (kind.is_of_long_text && !table.has_long_text) continue;
    if (kind.is_of_bytes && file == FileKind::workbook) continue;
    if (kind.damage == Damage::decimal_comma && table.amount_column == TableShape::npos) continue;
    if (kind.damage == Damage::mixed_date && table.date_column == TableShape::npos) continue;
    return kind.damage;
  }
}

void damage_cells(Damage damage, const TableShape& table, FileKind file, RandomStream random,
                  Cells& cells, std::string& text_as_read) {
  auto& text = cells[table.text_column];
  text_as_read = text;
  const std::size_t middle = text.find(' ', text.size() / 2);
  switch (damage) {
    case Damage::decimal_comma:
      cells[table.amount_column] = with_comma(cells[table.amount_column]);
      break;
    case Damage::mixed_date:
      cells[table.date_column] = in_another_way(cells[table.date_column], random);
      break;
    case Damage::line_break:
      text[middle] = '\n';
      text_as_read = text;
      break;
    case Damage::stray_quotes:
      text = "\"" + text.substr(0, middle) + " \"play around\"" + text.substr(middle);
      text_as_read = text;
      break;
    case Damage::double_encoding:
      text = encoded_twice(text);
      break;
    case Damage::invalid_encoding:
      text.insert(text.begin(), '\xE9');
      break;
    case Damage::shifted:
      // In a workbook a cell too few is an empty cell.
      if (file == FileKind::workbook || random.below(2) == 0) {
        cells.resize(table.header.size());
        cells.push_back("one cell too many");
      } else {
        cells.erase(cells.begin() + 1);
      }
      break;
    case Damage::none:
    case Damage::duplicate:
    case Damage::unbalanced_quote:
      break;
  }
}

}  // namespace tributary::generator
