
// The overview, the view of a model, and the page with the list and one of these. Its address says which.

const MOST = 24; // neighbours on each side of the graph, before one asks for all

// The views.

const typed = (parts) => element("span", { class: "type" },
  parts.map((part) => (typeof part === "string" ? part : linkTo(part[1], part[0]))));
const code = (text) => (text ? element("code", {}, text) : "");
const note = (text, kind = "") => (text ? element("p", { class: `note ${kind}` }, text) : "");
const prose = (text) => (text ? element("p", { class: "prose" }, marked(text)) : "");
const source = (text) => (text ? section("In Python", element("pre", { class: "source", tabindex: "0", "aria-label": "The class" }, text)) : "");

/** Text of the docs with its marks. A piece that is no plain text has its text, the tags around it, and an address. */
function marked(pieces) {
  if (typeof pieces === "string") return pieces;
  return pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const [text, tags, href] = piece;
    const whole = tags.split(" ").filter(Boolean).reduce((inner, tag) => element(tag, {}, inner), text);
    return href ? element("a", { href, rel: "noreferrer" }, whole) : whole;
  });
}

/** A place in the docs, as a link where the configuration tells the address of the docs. */
function place(text, page = "") {
  const [, path, line] = /^(?:line |(.*?):?)(\d+)?$/.exec(text ?? "") ?? [];
  const file = path ?? page;
  if (!data.docsUrl || !file) return element("span", { class: "place" }, text ?? "");
  const encoded = file.split("/").map(encodeURIComponent).join("/");
  const address = data.docsUrl.replaceAll("{path}", encoded).replaceAll("{page}", encoded.replace(/\.[^./]*$/, "")).replaceAll("{line}", line ?? "1");
  return element("a", { class: "place", href: address, rel: "noreferrer" }, text);
}
const pageOf = (model) => (model.place ?? "").replace(/:\d+$/, "");
const section = (title, ...content) => element("section", {}, element("h2", {}, title), ...content);

/** A table of numbers, with a column of notes where a row has one. */
function figures(title, rows) {
  const noted = rows.some(([, , more]) => more);
  const figure = (number, value) => (value && number ? filtered(value, number.toLocaleString("en")) : number.toLocaleString("en"));
  return table(title, ["What", "How many", ...(noted ? ["More"] : [])],
    rows.map(([label, number, more, value]) => [label, figure(number, value), ...(noted ? [more] : [])]));
}

function filtered(value, text) {
  return element("button", { type: "button", click: () => {
    filters.value = value;
    filter();
    search.focus();
  } }, text);
}

function overview() {
  return [
    element("h1", { tabindex: "-1" }, `Models of ${data.project || data.docs}`),
    note([data.project && `docs: ${data.docs}`, data.revision && `revision ${data.revision}`].filter(Boolean).join(", ")),
    doubts(),
    findings.length ? section(`Findings (${findings.length.toLocaleString("en")})`, long(findings.map((_, number) => number), (some) => found(some, true)))
      : section("Findings", element("p", {}, "None.")),
    element("div", { class: "figures" }, data.coverage.map(({ title, rows }) => section(title, figures(title, rows)))),
    data.skipped.length ? section(`Pages skipped (${data.skipped.length.toLocaleString("en")})`, element("details", {},
      element("summary", {}, "They describe no model."), element("ul", {}, data.skipped.map((path) => element("li", {}, code(path)))))) : "",
  ];
}

/** A long list: its first part, and a button for the rest. */
function long(items, shown, most = 50) {
  const whole = element("div", {}, shown(items.slice(0, most)));
  if (items.length > most) whole.append(element("button", { type: "button", click: () => whole.replaceChildren(shown(items)) }, `Show all ${items.length.toLocaleString("en")}`));
  return whole;
}

/** All that is in doubt: what docmodels could not tell from the docs, with what to look at. */
function doubts() {
  const fields = models.flatMap((model, number) => (model.fields ?? []).map((field) => [number, field]));
  const of = (test) => fields.filter(([, field]) => test(field));
  const unread = data.census.filter(([verdict]) => verdict === "not read");
  const fieldItem = ([number, field]) => element("li", {}, linkTo(number, `${models[number].title}.${field.name}`), " ", place(field.place, pageOf(models[number])));
  const tableItem = ([, at, headings, reason]) => element("li", {}, code(headings), " ", place(at), reason ? `: ${reason}` : "");
  const groups = [
    ["Tables that are not read", unread, tableItem],
    ["Fields typed Any", of((field) => field.isAny), fieldItem],
    ["Fields without a word on their presence, so they are optional", of((field) => field.presence?.startsWith("not said")), fieldItem],
    ["Names on the wire without evidence", of((field) => field.isGuess), fieldItem],
    ["Tables that are no models", data.census.filter(([verdict]) => verdict === "no model"), tableItem],
  ].filter(([, items]) => items.length);
  return section("In doubt", groups.length ? groups.map(([title, items, item]) => element("details", {},
    element("summary", {}, `${title}: ${items.length.toLocaleString("en")}`), long(items, (some) => element("ul", {}, some.map(item)))))
    : element("p", {}, "Nothing: the docs say it all."));
}

function found(numbered, withModel = false) {
  return element("ul", { class: "findings" }, numbered.map((number) => {
    const { severity, code: name, message, help, place: at, model } = findings[number];
    return element("li", { class: severity }, element("strong", {}, `${severity} [${name}]`), ` ${message} `,
      place(at), withModel && model !== undefined ? [" in ", linkTo(model)] : "", help ? note(help) : "");
  }));
}

function fieldRow(field, page) {
  return [
    [element("code", { class: field.deprecated ? "deprecated" : undefined }, field.name),
      element("small", {}, place(field.place, page))],
    [typed(field.type), field.isAny ? note("typed Any", "mark") : ""],
    field.presence,
    [code(field.wire), note(field.evidence, field.isGuess ? "mark" : "")],
    [prose(field.description), note(field.deprecated && `Deprecated: ${field.deprecated}`, "mark"),
      field.python ? note(`In Python: ${field.python}`) : "", (field.facts ?? []).map((fact) => note(fact)),
      (field.examples ?? []).map((example) => element("pre", { tabindex: "0", "aria-label": `Example of ${field.name}` }, example))],
  ];
}

function details(number) {
  const model = models[number];
  return [
    element("p", {}, element("a", { href: "#" }, "Overview")),
    element("h1", { tabindex: "-1" }, model.title),
    element("p", { class: "facts" }, element("span", {}, model.use ? `${model.shape}, ${model.use}` : model.shape),
      model.class ? code(model.class) : element("span", { class: "mark" }, "left out of the package"), place(model.place)),
    note(model.deprecated && `Deprecated: ${model.deprecated}`, "mark"),
    note(model.namedBy && `Named ${model.namedBy}`),
    prose(model.description),
    model.bases ? element("p", {}, "Based on ", model.bases.map((base, at) => [at ? ", " : "", typed(base)])) : "",
    model.type ? element("p", {}, "Stands for ", typed(model.type)) : "",
    (model.facts ?? []).map((fact) => note(fact)),
    model.findings ? section(`Findings (${model.findings.length})`, found(model.findings)) : "",
    model.fields ? section(`Fields (${model.fields.length})`,
      table("Fields", ["Field", "Type", "Presence", "On the wire", "What the docs say"], model.fields.map((field) => fieldRow(field, pageOf(model))))) : "",
    model.members ? section(`Values (${model.members.length})`, table("Values", ["Value", "Name", "In Python", "What the docs say"],
      model.members.map((member) => [[code(member.value), element("small", {}, place(member.place, pageOf(model)))], code(member.name), code(member.python), prose(member.description)]))) : "",
    source(model.source),
    section("What refers to what", graph(number, MOST)),
  ];
}

// The page.

const main = element("main", { id: "main" });

function show(isFirst = false) {
  const number = current();
  main.replaceChildren();
  filled(main, {}, number === undefined ? overview() : details(number));
  reveal(number);
  document.title = number === undefined ? `${data.docs}: models` : `${models[number].title}: ${data.docs}`;
  if (!isFirst) main.querySelector("h1").focus({ preventScroll: true });
  if (!isFirst || number !== undefined) main.scrollIntoView();
}

document.body.append(
  element("a", { class: "skip", href: "#", click: (event) => { event.preventDefault(); main.querySelector("h1").focus(); } }, "Skip the list"),
  element("div", { class: "sides" },
    side, main));
filter();
show(true);
addEventListener("hashchange", () => show());
NARROW.addEventListener("change", () => document.getElementById("graph")?.replaceWith(graph(current(), MOST)));
