// http/openapi_document.h
#pragma once

#include <string_view>

namespace tributary::http {

/// The bytes of src/http/openapi.json, put into the program by CMake.
std::string_view openapi_document();

}  // namespace tributary::http
