// catalogue/importers/field_country.h
#pragma once

#include <optional>
#include <string_view>

namespace tributary::catalogue {

/// The code of the country that a cell names: a code of ISO 3166-1 in either case, the Union's own
/// EL (Greece) and UK, XK, or an English name as project lists write it ("Türkiye", "Czech
/// Republic", "The former Yugoslav Republic of Macedonia"). Greece is GR and the United Kingdom GB
/// in what is returned. Nothing for anything else. REQUIRES: not blank.
std::optional<std::string_view> parse_country(std::string_view cell);

}  // namespace tributary::catalogue
