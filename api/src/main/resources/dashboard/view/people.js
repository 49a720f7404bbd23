import { el, fill } from "../dom.js";
import { language, say, setLanguage } from "../words.js";

const MOST = 24;

/** In the demo: asks as whom to look around. */
export async function choosePerson(root, session, done) {
  const people = await (await fetch("/demo/people")).json();
  const list = el("ul.choices");
  const search = el("input", { type: "search", id: "search", oninput: () => list_(search.value) });

  function list_(text) {
    const found = people.filter((person) => matches(person, text)).slice(0, MOST);
    fill(list, ...(found.length ? found.map(choice) : [el("li.note", {}, say("nobody"))]));
  }

  function choice(person) {
    const enter = async () => {
      await session.enterAs(person.handle);
      await done();
    };
    return el("li", {}, el("button", { onclick: enter, "data-handle": person.handle },
      el("strong", {}, person.name), el("span", {}, say(person.role)), el("span", {}, person.area)));
  }

  const translate = () => {
    setLanguage(language() === "vi" ? "en" : "vi");
    choosePerson(root, session, done);
  };
  fill(root, el("main.people", { id: "main", tabIndex: -1 },
    el("div.bar", {}, el("h1", {}, say("title")),
      el("button.plain", { onclick: translate, lang: language() === "vi" ? "en" : "vi" }, say("language"))),
    el("h2", {}, say("choosePerson")),
    el("p.note", {}, say("demoNote")),
    el("label", { htmlFor: "search" }, say("findPerson")), search, list));
  list_("");
}

function matches(person, text) {
  return folded(`${person.name} ${person.area} ${person.handle} ${say(person.role)}`).includes(folded(text));
}

/** Without marks and capitals, so that `nghe an` finds Nghệ An. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
