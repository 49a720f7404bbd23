import { Api } from "./api.js";
import { el, fill } from "./dom.js";
import { Page } from "./page.js";
import { Session } from "./session.js";
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
    await new Page(app, new Api(session), session).open();
  } else if (session.isDemo) {
    await choosePerson(app, session, show);
  } else {
    fill(app, el("main.people", { id: "main", tabIndex: -1 }, el("button.primary", { onclick: () => session.renew() }, say("signIn"))));
  }
}

await show();
