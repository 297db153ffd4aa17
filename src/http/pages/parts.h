// http/pages/parts.h
//
// Pieces that several pages share. Arguments named html are HTML; all others are plain text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "catalogue/project.h"

namespace tributary::http {

/// The frame of every page around its main part.
std::string page_body(std::string_view html);

/// "<dt>name</dt><dd>html</dd>", or nothing where there is no value.
std::string fact(std::string_view name, std::string_view html);

/// "1 November 2015 to 31 October 2017", "from …", "until …", or nothing.
std::string period(std::optional<Date> start, std::optional<Date> end);

/// "1 coordinator", "9 partners".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

std::string_view in_words(catalogue::ProjectStatus status);
std::string_view in_words(catalogue::Role role);

/// At most `length_bytes` of `text` in one line, cut between words, with "…" where it was cut.
std::string shortened(std::string_view text, std::size_t length_bytes);

}  // namespace tributary::http
