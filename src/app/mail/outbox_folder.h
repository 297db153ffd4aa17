// app/mail/outbox_folder.h
#pragma once

#include <string>

#include "app/mail/mail.h"
#include "base/file.h"

namespace tributary::app {

/// Carries no mail away: each becomes a file, "<moment>-<random>.eml", for another program or a
/// person to take from there. Files appear whole and are readable by their owner alone, since they
/// hold links that sign in.
class OutboxFolder final : public MailCarrier {
 public:
  /// REQUIRES: the clock outlives it.
  OutboxFolder(Path folder, std::string from, const Clock& clock)
      : folder_(std::move(folder)), from_(std::move(from)), clock_(clock) {}

  Result<> carry(const Mail& mail) override;

 private:
  Path folder_;
  std::string from_;
  const Clock& clock_;
};

}  // namespace tributary::app
