// catalogue/importers/country_table.h
//
// The countries and territories of ISO 3166-1 with the English names that project lists use.
#pragma once

#include <span>
#include <string_view>

namespace tributary::catalogue {

struct Country {
  std::string_view code;   ///< ISO 3166-1 alpha-2, and XK for Kosovo
  std::string_view names;  ///< English names, separated by ';', the usual one first
};

std::span<const Country> countries();

}  // namespace tributary::catalogue
