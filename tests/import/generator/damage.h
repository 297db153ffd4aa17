// tests/import/generator/damage.h
//
// The kinds of damage that official files have, and what must become of a row that has one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "random_stream.h"

namespace tributary::generator {

enum class Damage : std::uint8_t {
  none,
  decimal_comma,     ///< amounts as 1234,50
  mixed_date,        ///< 31/12/2020, 31.12.2020, 31 December 2020, 2020-12-31 00:00:00
  duplicate,         ///< the row a second time
  line_break,        ///< inside the long text
  stray_quotes,      ///< ""text "in marks" text"; : kept as text
  double_encoding,   ///< UTF-8 read as windows-1252 and written as UTF-8
  shifted,           ///< a cell too many or too few
  invalid_encoding,  ///< a byte of windows-1252 in a UTF-8 file
  unbalanced_quote,  ///< a quoted cell is not closed
};

struct DamageKind {
  Damage damage;
  std::string_view name;
  bool is_rejected;      ///< else the row is imported with its true values
  bool is_of_long_text;  ///< needs a table with a long text
  bool is_of_bytes;      ///< cannot be in a workbook
};

inline constexpr DamageKind kDamageKinds[] = {
    {Damage::decimal_comma, "decimal_comma", false, false, false},
    {Damage::mixed_date, "mixed_date", false, false, false},
    {Damage::duplicate, "duplicate", false, false, false},
    {Damage::line_break, "line_break", false, true, false},
    {Damage::stray_quotes, "stray_quotes", false, true, true},
    {Damage::double_encoding, "double_encoding", false, true, false},
    {Damage::shifted, "shifted", true, false, false},
    {Damage::invalid_encoding, "invalid_encoding", true, false, true},
    {Damage::unbalanced_quote, "unbalanced_quote", true, false, true},
};

const DamageKind& kind_of(Damage damage);

using Cells = std::vector<std::string>;

/// A table of a layout: its columns, and which of them a damage can strike (an index of npos:
/// none).
struct TableShape {
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  std::uint64_t number = 0;  ///< names the table in the random streams
  std::string name;
  Cells header;
  std::size_t amount_column = npos;
  std::size_t date_column = npos;
  std::size_t text_column = 0;
  bool has_long_text = false;
};

enum class FileKind : std::uint8_t { csv, workbook };

/// Which damage row `row` of project `project` has; most have none. Depends on its arguments only.
Damage choose_damage(std::uint64_t seed, const TableShape& table, FileKind file,
                     std::uint64_t project, std::uint64_t row, double rate);

/// Changes the cells as far as the damage lies in them; `text_as_read` is then what the cell of the
/// long text must be read as.
void damage_cells(Damage damage, const TableShape& table, FileKind file, RandomStream random,
                  Cells& cells, std::string& text_as_read);

}  // namespace tributary::generator
