import { Api } from "./api.js";
import { el, fill } from "./dom.js";
import { Page } from "./page.js";
import { Session } from "./session.js";
import { askForCode } from "./view/invitation.js";
import { choosePerson } from "./view/people.js";
import { say } from "./words.js";

const app = document.getElementById("app");
const config = await (await fetch("/dashboard/config.json")).json();
const session = new Session(config);

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main")?.focus();
});

/** The page of whoever is signed in; before that, the way in. */
async function show() {
  if (await session.begin()) {
    await open(new Api(session));
  } else if (session.isDemo) {
    await choosePerson(app, session, show);
  } else {
    fill(app, el("main.people", { id: "main", tabIndex: -1 }, el("button.primary", { onclick: () => session.renew() }, say("signIn"))));
  }
}

/** Whoever has no member yet is asked for the invitation first. */
async function open(api) {
  try {
    await new Page(app, api, session).open();
  } catch (failure) {
    if (failure.status !== 403) throw failure;
    askForCode(app, api, session, failure.message, () => open(api));
  }
}

await show();
