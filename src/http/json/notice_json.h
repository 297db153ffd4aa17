// http/json/notice_json.h: notices as the API writes them.
#pragma once

#include <boost/json/array.hpp>
#include <span>
#include <string_view>

#include "store/notices/notices.h"

namespace tributary::http {

/// Each with its sentence in this language.
boost::json::array notices_json(std::span<const store::Notice> notices, std::string_view language);

}  // namespace tributary::http
