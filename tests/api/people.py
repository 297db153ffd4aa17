"""People with browsers: they sign up, get roles and keep their sessions."""
import re

PASSWORD = "a river has many tributaries"


class Person:
    """Somebody with a browser: keeps the cookie and the CSRF token."""

    def __init__(self, api, answer):
        self.api = api
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.csrf = answer.json["csrf_token"]
        self.number = answer.json["account"]["person"]

    def get(self, path):
        return self.api.get(path, headers={"Cookie": self.cookie})

    def send(self, method, path, body=None, **headers):
        return self.api.send(method, path, body, {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, **headers})


class People:
    """Of one installation, which all tests of a run that ask it share."""

    _of_port = {}

    def __init__(self, api, installation):
        self.api, self.installation = api, installation
        self._administrator = None
        self._with_role = {}

    @staticmethod
    def of(test):
        """Of the installation of an ApiTest."""
        return People._of_port.setdefault(test.api.port, None) or People._made(test)

    @staticmethod
    def _made(test):
        People._of_port[test.api.port] = People(test.api, test.installation())
        return People._of_port[test.api.port]

    def administrator(self):
        if self._administrator is None:
            self.first_secret = self.installation.first_administrator_link()
            self._administrator = Person(
                self.api, self.api.send("POST", "/api/v1/account/session/link", {"secret": self.first_secret}))
        return self._administrator

    def secret_mailed_to(self, mail, page, mails_to=1):
        """Of the last of so many mails to this address."""
        known = 1
        while True:
            mails = self.installation.mails(known)
            found = [re.search(page + "#([\\w-]+)", one.get_content()) for one in mails if mail in one["To"]]
            found = [one for one in found if one]
            if len(found) >= mails_to:
                return found[-1].group(1)
            assert len(mails) >= known, f"no mail with {page} came to {mail}"
            known = len(mails) + 1

    def sign_up(self, mail, mails=1):
        asked = self.api.send("POST", "/api/v1/account", {"mail": mail})
        assert asked.status == 202, asked.body
        return self.secret_mailed_to(mail, "confirm", mails)

    def person(self, mail):
        return Person(self.api, self.confirm(self.sign_up(mail)))

    def confirm(self, secret):
        return self.api.send("POST", "/api/v1/account/confirmation",
                             {"secret": secret, "name": "Μαρία", "password": PASSWORD})

    def with_role(self, role, scope=""):
        """The same person each time."""
        if (role, scope) not in self._with_role:
            person = self.person(f"{role}.{scope or 'all'}@example.org".lower())
            given = self.administrator().send("POST", f"/api/v1/accounts/{person.number}/grants",
                                              {"role": role, "scope": scope})
            assert given.status == 204, given.body
            self._with_role[role, scope] = person
        return self._with_role[role, scope]

    def sign_in(self, mail, password=PASSWORD):
        return self.api.send("POST", "/api/v1/account/session", {"mail": mail, "password": password})
