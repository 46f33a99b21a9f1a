
// The report: a list of the models, and beside it an overview or one of them. Its address says which.

const { models, findings } = data;
const numbers = new Map(models.map((model, number) => [model.key, number]));
const referrers = models.map(() => []);
models.forEach((model, number) => (model.refs ?? []).forEach((target) => referrers[target].push(number)));

const FILTERS = {
  all: ["all models", () => true],
  object: ["objects", (model) => model.kind === "object"],
  enumeration: ["enumerations", (model) => model.kind === "enumeration"],
  union: ["unions", (model) => model.kind === "union"],
  alias: ["aliases", (model) => model.kind === "alias"],
  finding: ["with findings", (model) => model.findings],
  any: ["with fields typed Any", (model) => model.fields?.some((field) => field.isAny)],
  guess: ["with names without evidence", (model) => model.fields?.some((field) => field.isGuess)],
  deprecated: ["deprecated", (model) => model.deprecated || model.fields?.some((field) => field.deprecated)],
  alone: ["that nothing refers to", (model) => !referrers[numbers.get(model.key)].length],
};
const MOST = 24; // neighbours on each side of the graph, before one asks for all

// The list.

const addressOf = (number) => `#${encodeURIComponent(models[number].key)}`;
const linkTo = (number, text = models[number].title) => element("a", { href: addressOf(number) }, text);

const entries = models.map((model, number) => {
  const words = [model.title, model.class, model.place, ...(model.fields ?? []).flatMap((field) => [field.name, field.wire]),
    ...(model.members ?? []).map((member) => member.value)];
  const link = element("a", { href: addressOf(number) }, model.title, element("small", {}, model.place ?? ""));
  return { model, text: words.join("\n").toLowerCase(), link, item: element("li", {}, link) };
});
const list = element("ul", { id: "list" }, entries.map((entry) => entry.item));
const count = element("p", { id: "count", role: "status" });
const nothing = element("p", { id: "nothing", hidden: true }, "Nothing has this name. Search finds models, fields, values and pages.");
const search = searchable(element("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false",
  placeholder: "name, value or page", input: filter, keydown: fromSearch }));
const filters = choice("filter", filter, Object.entries(FILTERS).map(([value, [text]]) => [value, text]));

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = FILTERS[filters.value][1];
  let shown = 0;
  for (const { model, text, item } of entries) {
    item.hidden = !(isWanted(model) && words.every((word) => text.includes(word)));
    shown += !item.hidden;
  }
  nothing.hidden = shown > 0;
  count.textContent = shown === models.length ? counted(shown, "model") : `${shown} of ${counted(models.length, "model")}`;
}

const visibleLinks = () => entries.filter((entry) => !entry.item.hidden).map((entry) => entry.link);

function fromSearch(event) {
  if (event.key === "ArrowDown" || event.key === "Enter") {
    event.preventDefault();
    const first = visibleLinks()[0];
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
  const links = visibleLinks();
  (links[links.indexOf(document.activeElement) + step] ?? search).focus();
});

// The views.

const typed = (parts) => element("span", { class: "type" },
  parts.map((part) => (typeof part === "string" ? part : linkTo(part[1], part[0]))));
const code = (text) => (text ? element("code", {}, text) : "");
const note = (text, kind = "") => (text ? element("p", { class: `note ${kind}` }, text) : "");
const prose = (text) => (text ? element("p", { class: "prose" }, text) : "");
const section = (title, ...content) => element("section", {}, element("h2", {}, title), ...content);

function overview() {
  const filtered = (value, text) => element("button", { type: "button", click: () => {
    filters.value = value;
    filter();
    search.focus();
  } }, text);
  const figure = (number, value) => (value && number ? filtered(value, number.toLocaleString("en")) : number.toLocaleString("en"));
  return [
    element("h1", { tabindex: "-1" }, `Models of ${data.docs}`),
    element("div", { class: "figures" }, data.coverage.map(({ title, rows }) => section(title, table(title, ["What", "How many", "More"],
      rows.map(([label, number, more, value]) => [label, figure(number, value), more]))))),
    findings.length ? section(`Findings (${findings.length})`, found(findings.map((_, number) => number), true))
      : section("Findings", element("p", {}, "None.")),
    data.skipped.length ? section(`Pages skipped (${data.skipped.length})`, element("details", {},
      element("summary", {}, "They describe no model."), element("ul", {}, data.skipped.map((path) => element("li", {}, code(path)))))) : "",
  ];
}

function found(numbered, withModel = false) {
  return element("ul", { class: "findings" }, numbered.map((number) => {
    const { severity, code: name, message, help, place, model } = findings[number];
    return element("li", { class: severity }, element("strong", {}, `${severity} [${name}]`), ` ${message} `,
      element("span", { class: "place" }, place), withModel && model !== undefined ? [" in ", linkTo(model)] : "", help ? note(help) : "");
  }));
}

function fieldRow(field) {
  return [
    [element("code", { class: field.deprecated ? "deprecated" : undefined }, field.name),
      element("small", { class: "place" }, field.place)],
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
      model.class ? code(model.class) : element("span", { class: "mark" }, "left out of the package"), element("span", { class: "place" }, model.place)),
    note(model.deprecated && `Deprecated: ${model.deprecated}`, "mark"),
    note(model.namedBy && `Named ${model.namedBy}`),
    prose(model.description),
    model.bases ? element("p", {}, "Based on ", model.bases.map((base, at) => [at ? ", " : "", typed(base)])) : "",
    model.type ? element("p", {}, "Stands for ", typed(model.type)) : "",
    (model.facts ?? []).map((fact) => note(fact)),
    model.findings ? section(`Findings (${model.findings.length})`, found(model.findings)) : "",
    model.fields ? section(`Fields (${model.fields.length})`,
      table("Fields", ["Field", "Type", "Presence", "On the wire", "What the docs say"], model.fields.map(fieldRow))) : "",
    model.members ? section(`Values (${model.members.length})`, table("Values", ["Value", "Name", "In Python", "What the docs say"],
      model.members.map((member) => [[code(member.value), element("small", { class: "place" }, member.place)], code(member.name), code(member.python), prose(member.description)]))) : "",
    section("What refers to what", graph(number, MOST)),
  ];
}

// The graph: a model, what refers to it, and what it refers to.

const NARROW = matchMedia("(width < 80rem)"); // the list of models takes a part of it
const [STEP, WIDTH, GAP] = [36, 230, 90];

/** The layout of a wide screen: what refers to the model at its left, what it refers to at its right. */
function beside(sides) {
  const height = Math.max(1, ...sides.map((side) => side.length)) * STEP + 8;
  const top = (at, many) => (height - many * STEP) / 2 + at * STEP + 4;
  const own = { x: WIDTH + GAP, y: top(0, 1) };
  const spots = sides.map((side, right) => side.map((_, at) => {
    const y = top(at, side.length);
    const [from, to] = right ? [[2 * WIDTH + GAP, own.y + 14], [2 * WIDTH + 2 * GAP - 8, y + 14]]
      : [[WIDTH, y + 14], [WIDTH + GAP - 8, own.y + 14]];
    const middle = (from[0] + to[0]) / 2;
    return { x: right ? 2 * (WIDTH + GAP) : 0, y, line: `M${from} C${middle},${from[1]} ${middle},${to[1]} ${to}` };
  }));
  return { own, spots, width: 3 * WIDTH + 2 * GAP, height };
}

/** The layout of a narrow screen: what refers to the model above it, what it refers to below. */
function below(sides) {
  const [x, before] = [40, sides[0].length];
  const top = (at) => at * STEP + 4;
  const own = { x, y: top(before) };
  const spots = sides.map((side, after) => side.map((_, at) => {
    const y = top(after ? before + 1 + at : at);
    const [from, to] = after ? [own.y + 14, y + 14] : [y + 14, own.y + 14];
    return { x, y, line: `M${x},${from} C0,${from} 0,${to} ${x - 8},${to}` };
  }));
  return { own, spots, width: x + WIDTH + 2, height: top(before + 1 + sides[1].length) };
}

function graph(number, most) {
  const others = (all) => all.filter((other) => other !== number);
  const sides = [others(referrers[number]), others(models[number].refs ?? [])];
  const isCircle = (models[number].refs ?? []).includes(number);
  const told = `${counted(sides[0].length, "model")} refer${sides[0].length === 1 ? "s" : ""} to it, and it refers to ${counted(sides[1].length, "model")}`
    + (isCircle ? " and to itself." : ".");
  const some = sides.map((side) => side.slice(0, most));
  const { own, spots, width, height } = NARROW.matches ? below(some) : beside(some);
  const neighbour = (right) => (other, at) => {
    const { x, y, line } = spots[right][at];
    return [drawn("path", { class: "edge", "marker-end": "url(#arrow)", d: line }),
      drawn("a", { href: addressOf(other), "aria-label": `${models[other].title}, ${right ? "which it refers to" : "which refers to it"}` },
        box(models[other], x, y))];
  };
  const shapes = [some[0].map(neighbour(0)), drawn("g", { class: "own" }, box(models[number], own.x, own.y)), some[1].map(neighbour(1))];
  const arrow = drawn("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 1, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" },
    drawn("path", { class: "head", d: "M0,0 L8,4 L0,8 z" }));
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": told }, drawn("defs", {}, arrow), shapes);
  const whole = element("div", { id: "graph" }, element("p", {}, told), element("div", { class: "drawing" }, svg));
  const hidden = sides.reduce((sum, side) => sum + Math.max(0, side.length - most), 0);
  if (hidden) whole.append(element("button", { type: "button", click: () => whole.replaceWith(graph(number, Infinity)) }, `Show ${hidden} more`));
  return whole;
}

function box(model, x, y) {
  let [short, room] = ["", 27];
  for (const character of model.title) {
    room -= character > "\u2e7f" ? 2 : 1; // a letter of East Asia takes two columns
    if (room < 0) break;
    short += character;
  }
  return [drawn("rect", { x, y, width: WIDTH, height: 28, rx: 5, class: model.kind }),
    drawn("text", { x: x + 10, y: y + 19 }, short === model.title ? short : `${short}…`), drawn("title", {}, model.title)];
}

// The page.

const main = element("main", { id: "main" });

/** The number of the model that the address names; undefined for the overview. */
function current() {
  try { return numbers.get(decodeURIComponent(location.hash.slice(1))); } catch { return undefined; /* nobody made it here */ }
}

/** Scrolls the list, and not the page, so that a link is in view. The height of what was never in view is a guess. */
function reveal(link) {
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - list.clientHeight / 2;
}

function show(isFirst = false) {
  const number = current();
  main.replaceChildren();
  filled(main, {}, number === undefined ? overview() : details(number));
  entries.forEach(({ link }, at) => (at === number ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
  if (number !== undefined) reveal(entries[number].link);
  document.title = number === undefined ? `${data.docs}: models` : `${models[number].title}: ${data.docs}`;
  if (!isFirst) main.querySelector("h1").focus({ preventScroll: true });
  if (!isFirst || number !== undefined) main.scrollIntoView();
}

document.body.append(
  element("a", { class: "skip", href: "#", click: (event) => { event.preventDefault(); main.querySelector("h1").focus(); } }, "Skip the list"),
  element("div", { class: "sides" },
    element("nav", { "aria-label": "Models" }, labelled("Search", search), labelled("Show", filters), themes(), count, nothing, list), main));
filter();
show(true);
addEventListener("hashchange", () => show());
NARROW.addEventListener("change", () => document.getElementById("graph")?.replaceWith(graph(current(), MOST)));
