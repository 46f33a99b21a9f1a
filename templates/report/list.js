
// The list: the models that fit the search and the filter. Of many, a part is in the page, around the one that is shown.

const MOST_LISTED = 200;
const addressOf = (number) => `#${encodeURIComponent(models[number].key)}`;
const linkTo = (number, text = models[number].title) => element("a", { href: addressOf(number) }, text);

const lower = (text) => (text ?? "").toLowerCase();
const partsOf = (model) => [...(model.fields ?? []).flatMap((field) => [field.name, field.wire]), ...(model.members ?? []).map((member) => member.value)];
const entries = models.map((model) => ({ head: lower([model.title, model.class, model.place].join("\n")), parts: lower(partsOf(model).join("\n")) }));

const list = element("ul", { id: "list" });
const count = element("p", { id: "count", role: "status" });
const nothing = element("p", { id: "nothing", hidden: true }, "Nothing has this name. Search finds models, fields, values and pages.");
const before = element("button", { type: "button", hidden: true, click: () => extend(from - MOST_LISTED, to) });
const after = element("button", { type: "button", hidden: true, click: () => extend(from, to + MOST_LISTED) });
const toggle = element("button", { type: "button", id: "toggle", "aria-controls": "list", click: () => opened(!side.classList.contains("open")) }, "List of models");
const search = searchable(element("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false",
  placeholder: "name, value or page", input: () => { opened(true); filter(); }, keydown: fromSearch }));
const filters = choice("filter", () => { opened(true); filter(); }, Object.entries(FILTERS).map(([value, [text]]) => [value, text]));
const side = element("nav", { "aria-label": "Models" }, labelled("Search", search), labelled("Show", filters), themes(), toggle, count, nothing, before, list, after);

let [wanted, from, to] = [[], 0, MOST_LISTED];

/** Opens or closes the list, where a narrow screen has no room for it. */
function opened(isOpen) {
  side.classList.toggle("open", isOpen);
  toggle.setAttribute("aria-expanded", isOpen);
}

const words = () => lower(search.value).split(/\s+/).filter(Boolean);

function filter() {
  const isWanted = FILTERS[filters.value][1];
  const sought = words();
  wanted = [...models.keys()].filter((number) => isWanted(models[number])
    && sought.every((word) => entries[number].head.includes(word) || entries[number].parts.includes(word)));
  nothing.hidden = wanted.length > 0;
  count.textContent = wanted.length === models.length ? counted(wanted.length, "model")
    : `${wanted.length.toLocaleString("en")} of ${counted(models.length, "model")}`;
  list.scrollTop = 0;
  extend(0, MOST_LISTED);
}

/** Puts a part of the wanted models into the page. */
function extend(first, last) {
  [from, to] = [Math.max(0, first), Math.min(wanted.length, last)];
  list.replaceChildren(...wanted.slice(from, to).map(entry));
  before.hidden = !from;
  after.hidden = to === wanted.length;
  before.textContent = `Show ${Math.min(from, MOST_LISTED)} before`;
  after.textContent = `Show ${Math.min(wanted.length - to, MOST_LISTED)} more`;
}

function entry(number) {
  const model = models[number];
  const attributes = { href: addressOf(number), "aria-current": number === current() ? "page" : undefined, click: () => opened(false) };
  return element("li", {}, element("a", attributes, model.title, element("small", {}, matched(number) || model.place || "")));
}

/** The field or the value that the search found, where no name of the model itself has the word. */
function matched(number) {
  const word = words().find((each) => !entries[number].head.includes(each));
  const part = word && partsOf(models[number]).find((each) => lower(each).includes(word));
  return part ? `has ${part}` : "";
}

/** Marks a model in the list, and scrolls the list, and not the page, so that it is in view. */
function reveal(number) {
  const at = wanted.indexOf(number);
  if (at >= 0 && (at < from || at >= to)) extend(at - MOST_LISTED / 2, at + MOST_LISTED / 2);
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  const link = at >= 0 ? list.children[at - from].firstChild : undefined;
  if (!link) return;
  link.setAttribute("aria-current", "page");
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - list.clientHeight / 2;
}

const links = () => [...list.querySelectorAll("a")];

function fromSearch(event) {
  if (event.key === "ArrowDown" || event.key === "Enter") {
    event.preventDefault();
    const first = links()[0];
    if (event.key === "Enter") first?.click();
    else first?.focus();
  } else if (event.key === "Escape") {
    search.value = "";
    filter();
  }
}

list.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  (links()[links().indexOf(document.activeElement) + step] ?? search).focus();
});
