// http/json/serialize.h
//
// JSON text as people like to read it: numbers in their shortest decimal form ("12.25", where
// Boost.JSON writes "1.225E1"), no spaces.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace tributary::http {

/// Members in the order they were added. REQUIRES: strings are UTF-8, numbers are finite.
std::string serialize(const boost::json::value& value);

}  // namespace tributary::http
