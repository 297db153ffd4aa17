// app/ecosystem/supporter_list.h
//
// The rows behind a count of supporters. Organisations and Member States whose representatives
// support something are public; the names of people are for those who are signed in, as everywhere.
//
// Thread rule: as the connection.
#pragma once

#include <string>
#include <vector>

#include "ecosystem/framework/agreement.h"
#include "ecosystem/rights/actor.h"
#include "store/supporters.h"

namespace tributary::app {

struct SupportingOrganisation {
  std::string slug;  ///< as in addresses
  std::string name;
};

struct SupporterRow {
  Timestamp at;
  std::string name;  ///< empty: the one who asks is a visitor, or the person erased the account
  bool is_you = false;
  std::vector<ecosystem::StateCode> states;  ///< whose representative it is today
  std::vector<SupportingOrganisation> organisations;
};

struct SupporterList {
  std::uint64_t total = 0;
  std::vector<SupporterRow> rows;
};

struct SupporterRange {
  std::uint64_t offset = 0, limit = 100;
};

Result<SupporterList> supporter_list(sql::Connection& connection, const ecosystem::Actor& reader,
                                     const store::SupporterPage& page);

}  // namespace tributary::app
