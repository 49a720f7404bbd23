import { el, fill } from "../dom.js";
import { say } from "../words.js";

/**
 * Asks somebody who signed in for the first time for the code of the invitation.
 *
 * @param {string} why what the server said
 * @param {() => Promise<void>} entered goes on when the code was good
 */
export function askForCode(root, api, session, why, entered) {
  const code = el("input", { id: "code", required: true, autocomplete: "one-time-code", maxLength: 40, autocapitalize: "characters" });
  const wrong = el("p.refused", { role: "alert" });
  const send = async (event) => {
    event.preventDefault();
    try {
      await api.post("/v1/me/bind", { code: code.value });
      await entered();
    } catch (failure) {
      wrong.textContent = failure.message;
      code.focus();
    }
  };
  fill(
    root,
    el(
      "main.people",
      { id: "main", tabIndex: -1 },
      el("h1", {}, say("invitation")),
      el("p", {}, why),
      el("form", { onsubmit: send }, el("label", { htmlFor: "code" }, say("invitationCode")), code, el("button.primary", {}, say("enter"))),
      wrong,
      el("button", { onclick: () => session.leave() }, say("signOut")),
    ),
  );
  code.focus();
}
