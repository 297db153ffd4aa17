// store/innovation/innovation_concerns.h
//
// Which innovations somebody may have to do something about, without reading all of them.
//
// Thread rule: as the connection.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

/// What somebody is, and so what concerns them.
struct Concern {
  ecosystem::PersonId person;                      ///< whatever they work on, or asked to
  std::vector<std::string> panels;                 ///< what these have taken on
  bool convenes_a_panel = false;                   ///< what no panel has yet
  std::vector<ecosystem::StateCode> decides_for;   ///< what is before their authority, or could be
  std::vector<ecosystem::StateCode> confirms_for;  ///< overrides of what was proposed there
};

/// Active ones, by id.
Result<std::set<ecosystem::InnovationId>> innovations_concerning(sql::Connection& connection,
                                                                 const Concern& concern);

}  // namespace tributary::store
