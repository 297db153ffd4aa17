import { describe, expect, it } from "vitest";
import { de } from "../messages/de";
import { el } from "../messages/el";
import { en } from "../messages/en";
import { reason_in_words } from "./reason_words";

const revoke = { of: ["mainstreaming case"], state: ["approved"], act: ["revoke"] };

describe("reasons of refusals", () => {
  it("are sentences of the reader's language", () => {
    expect(reason_in_words({ code: "still_needed", parts: { ...revoke, needs: ["reasons"] } }, de)).toBe(
      "„Genehmigung zurücknehmen“ braucht noch: Gründe.",
    );
    expect(reason_in_words({ code: "role_needed", parts: { ...revoke, roles: ["member_state_representative"] } }, en)).toBe(
      "This is for: Representative of a Member State. You do not hold such a role here.",
    );
    expect(reason_in_words({ code: "stale", parts: {} }, el)).toContain("Κάποιος");
    expect(reason_in_words({ code: "not_independent", parts: { why: ["own_innovation"] } }, de)).toBe(
      "Niemand urteilt über eine Innovation, an der er selbst arbeitet.",
    );
    expect(reason_in_words({ code: "empty", parts: {} }, de)).toBe("Das muss ausgefüllt sein.");
  });

  it("say the rules beside the state machines, and what pilots and protocols ask for", () => {
    expect(reason_in_words({ code: "rule", parts: { rule: ["last_innovator"] } }, en)).toBe("You are its only innovator. Another one has to join first.");
    for (const t of [en, de, el]) {
      const registering = { of: ["protocol"], state: ["draft"], act: ["register"] };
      expect(reason_in_words({ code: "rule", parts: { rule: ["scores_hidden"] } }, t)).toBe(t.house_rules.scores_hidden);
      expect(reason_in_words({ code: "still_needed", parts: { ...registering, needs: ["complete_text"] } }, t)).toContain(t.pilot.need.complete_text);
      expect(reason_in_words({ code: "not_in_this_state", parts: { of: ["pilot"], state: ["planned"] } }, t)).toContain(t.pilot.state.planned);
    }
  });

  it("tell what can be done instead, or that nothing can", () => {
    const submit = { of: ["mainstreaming case"], act: ["submit"] };
    expect(reason_in_words({ code: "no_such_act", parts: { ...submit, state: ["submitted"], acts: ["take_back", "consider"] } }, en)).toBe(
      "It is: Submitted. “Submit” is not possible then, but: Take back, Take into consideration.",
    );
    expect(reason_in_words({ code: "no_such_act", parts: { ...submit, state: ["closed"], acts: [] } }, en)).toBe("It is: Closed. Nothing more can be done.");
  });

  it("know how an innovation stands, and in which stage", () => {
    const withdrawn = { of: ["innovation"], state: ["withdrawn (assessment)"] };
    expect(reason_in_words({ code: "not_in_this_state", parts: withdrawn }, en)).toBe("It is: Assessment, withdrawn. This is not possible then.");
    expect(reason_in_words({ code: "not_in_this_state", parts: { of: ["innovation"], state: ["testing"] } }, de)).toContain(de.innovation.stage.testing);
  });

  it("are left to the server's own sentence where a word is not known", () => {
    expect(reason_in_words(undefined, en)).toBeNull();
    expect(reason_in_words({ code: "not_yet_known", parts: {} }, en)).toBeNull();
    expect(reason_in_words({ code: "still_needed", parts: { ...revoke, needs: ["reasons", "luck"] } }, en)).toBeNull();
    expect(reason_in_words({ code: "not_in_this_state", parts: { of: ["lottery"], state: ["planned"] } }, en)).toBeNull();
    expect(reason_in_words({ code: "rule", parts: { rule: ["of_another_house"] } }, en)).toBeNull();
  });
});
