// app/notices/notice_texts.h
//
// What notices say, in the languages of mails: the same sentence on the page, in the feed and in a
// mail.
//
//   notice_sentence(notice, "en")   →   Decision on “Mentors from small firms”: Go on
//
// Pure; safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/mail/mail.h"
#include "store/notices/notices.h"

namespace tributary::app {

/// In English where the language is another.
std::string notice_sentence(const store::Notice& notice, std::string_view language);

/// Path of the page that it leads to: "/innovations/7".
std::string notice_page(const store::Notice& notice);

/// Where mails and feeds lead to.
struct NoticeLinks {
  std::string public_url;   ///< that all of them begin with
  std::string unsubscribe;  ///< path that ends the mails without signing in
};

/// One mail with all of them, of which the first so many are listed. REQUIRES: at least one.
Mail notices_mail(std::span<const store::Notice> notices, std::string_view language, std::string to,
                  const NoticeLinks& links);

inline constexpr std::size_t kMostListedInMail = 50;

/// "Tributary: your notices"
std::string notices_title(std::string_view language);

}  // namespace tributary::app
