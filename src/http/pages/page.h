// http/pages/page.h
//
// What the server writes into index.html before it sends it: enough that the page can be read,
// found and cited without JavaScript. The page's program replaces the body when it runs.
#pragma once

#include <string>

#include "app/portal.h"
#include "base/date.h"
#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::http {

struct Page {
  std::string title;           ///< plain text
  std::string description;     ///< plain text, one sentence or two
  std::string canonical_path;  ///< percent-encoded; empty: none
  std::string linked_data;     ///< JSON-LD; empty: none
  std::string body;            ///< HTML
};

Page project_page(const store::StoredProject& project,
                  const std::vector<app::SimilarProject>& similar, Date today);
Page organisation_page(const store::StoredOrganisation& organisation, Date today);

/// The start page, and the others whose content only the page's program knows: what Tributary is,
/// a search form, and where to go.
Page plain_page(std::string title);

/// index.html, cut at its title and at the comments <!--tributary:head--> and
/// <!--tributary:body-->.
class PageTemplate {
 public:
  /// Errors: `corrupt` naming what the file lacks.
  static Result<PageTemplate> parse(std::string_view html);

  /// The whole document, every text of `page` escaped.
  [[nodiscard]] std::string render(const Page& page) const;

 private:
  std::string before_title_, before_head_, before_body_, after_body_;
};

}  // namespace tributary::http
