// app/ecosystem/audit_detail.h
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace tributary::app {

/// What an entry of the audit trail tells beside act and subject.
std::string audit_detail(const boost::json::value& object);

}  // namespace tributary::app
