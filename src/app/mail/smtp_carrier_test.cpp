#include "app/mail/smtp_carrier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <future>
#include <thread>

#include "app/testing/loopback_listener.h"
#include "app/this_machine.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;

/// A mail server for one mail: takes it, or refuses the recipient.
class MailSink {
 public:
  explicit MailSink(bool refuses)
      : refuses_(refuses), thread_([this] { received_.set_value(serve()); }) {}

  [[nodiscard]] SmtpServer server() const { return {.address = "smtp://" + listener_.address()}; }
  /// All that was sent to it.
  std::string received() { return received_.get_future().get(); }

 private:
  std::string serve() const {
    const int connection = listener_.accept_one();
    std::string all, line;
    bool in_message = false, is_signing_in = false;
    const auto say = [&](std::string_view text) {
      return write(connection, text.data(), text.size()) > 0;
    };
    say("220 sink\r\n");
    for (char letter = 0; read(connection, &letter, 1) == 1;) {
      line += letter;
      if (letter != '\n') continue;
      all += line;
      if (in_message) {
        if (line == ".\r\n") {
          in_message = false;
          say("250 taken\r\n");
        }
      } else if (line.starts_with("EHLO")) {
        say("250-sink\r\n250 AUTH PLAIN\r\n");
      } else if (line.starts_with("AUTH")) {
        is_signing_in = true;
        say("334 \r\n");
      } else if (is_signing_in) {
        is_signing_in = false;
        say("235 welcome\r\n");
      } else if (line.starts_with("QUIT")) {
        say("221 bye\r\n");
        break;
      } else if (line.starts_with("DATA")) {
        in_message = true;
        say("354 go on\r\n");
      } else if (refuses_ && line.starts_with("RCPT")) {
        say("550 there is nobody of this name\r\n");
      } else {
        say("250 sink\r\n");
      }
      line.clear();
    }
    close(connection);
    return all;
  }

  const bool refuses_;
  const LoopbackListener listener_;
  std::promise<std::string> received_;
  std::jthread thread_;  // last: it uses all of the above
};

const FixedClock kCarrierClock{Date(20'000)};

TEST(SmtpCarrier, HandsTheMailToTheServer) {
  MailSink sink(false);
  SmtpCarrier carrier(sink.server(), "portal@example.org", kCarrierClock);
  const auto carried =
      carrier.carry({.to = "maria@example.org", .subject = "Confirm", .text = "Hello\n.\nend"});
  ASSERT_TRUE(carried) << carried.error().text();
  const auto received = sink.received();
  EXPECT_THAT(received, HasSubstr("MAIL FROM:<portal@example.org>"));
  EXPECT_THAT(received, HasSubstr("RCPT TO:<maria@example.org>"));
  EXPECT_THAT(received, HasSubstr("Subject: Confirm\r\n"));
}

TEST(SmtpCarrier, SignsInWithItsNameAndPassword) {
  MailSink sink(false);
  auto server = sink.server();
  server.name = "maria@example.org";
  server.password = "a river";
  SmtpCarrier carrier(server, "portal@example.org", kCarrierClock);
  ASSERT_TRUE(carrier.carry({.to = "a@example.org", .subject = "s", .text = "x"}));
  const auto name_and_password = "AG1hcmlhQGV4YW1wbGUub3JnAGEgcml2ZXI=";  // RFC 4616, in Base64
  EXPECT_THAT(sink.received(), HasSubstr(name_and_password));
}

TEST(SmtpServer, TakesItsNameFromTheAddressAndItsPasswordFromElsewhere) {
  const auto server = parse_smtp_server("smtps://maria%40example.org@mail.eu:465", "secret");
  ASSERT_TRUE(server);
  EXPECT_EQ(server->address, "smtps://mail.eu:465");
  EXPECT_EQ(server->name, "maria@example.org");
  EXPECT_EQ(server->password, "secret");
  EXPECT_EQ(parse_smtp_server("smtp://mail.eu", "")->address, "smtp://mail.eu");
}

TEST(SmtpServer, APasswordInTheAddressIsRefusedAndTheWayOutNamed) {
  const auto refused = parse_smtp_server("smtp://maria:secret@mail.eu", "");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("--smtp-password-file"));
  EXPECT_THAT(refused.error().text(), testing::Not(HasSubstr("secret")));
  EXPECT_FALSE(parse_smtp_server("http://mail.eu", ""));
  EXPECT_FALSE(parse_smtp_server("smtp://mail.eu", "whose?"));
}

TEST(SmtpCarrier, TellsThatTheServerRefused) {
  MailSink sink(true);
  SmtpCarrier carrier(sink.server(), "portal@example.org", kCarrierClock);
  const auto refused = carrier.carry({.to = "maria@example.org", .subject = "s", .text = "x"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::io);
}

TEST(SmtpCarrier, TellsThatThereIsNoServer) {
  SmtpCarrier carrier({.address = "smtp://127.0.0.1:1"}, "portal@example.org", kCarrierClock);
  EXPECT_FALSE(carrier.carry({.to = "maria@example.org", .subject = "s", .text = "x"}));
}

TEST(ThisMachine, IsKnownByItsWholeName) {
  for (const auto* const name :
       {"127.0.0.1", "127.0.0.1:2525", "localhost:25", "[::1]", "[::1]:25"}) {
    EXPECT_TRUE(is_this_machine(name)) << name;
  }
  for (const auto* const name : {"127.0.0.1.example.org", "localhost.example.org:25",
                                 "127.0.0.11:25", "mail.example.org", "[::12]:25", ""}) {
    EXPECT_FALSE(is_this_machine(name)) << name;
  }
}

}  // namespace
}  // namespace tributary::app
