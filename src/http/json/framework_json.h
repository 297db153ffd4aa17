// http/json/framework_json.h
//
// The framework as the API tells it: schemas FrameworkVersions, FrameworkVersion and
// FrameworkChanges. Persons are not named: what counts is which state spoke, and when.
#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "app/ecosystem/framework_desk.h"

namespace tributary::http {

boost::json::object versions_json(const std::vector<store::VersionSummary>& versions);
boost::json::object version_json(const app::VersionView& view);
boost::json::object difference_json(const app::VersionDifference& difference);

}  // namespace tributary::http
