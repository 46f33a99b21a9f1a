
// The review: the models that have changed, those with grave changes first, and filters above them.

const search = searchable(element("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", input: filter }));
const boxes = Object.keys(data.filters).map((mark) => element("input", { type: "checkbox", id: mark, checked: true, change: filter }));
const kinds = [...new Set(data.models.flatMap((model) => model.changes.map((change) => change.kind)))].sort();
const kind = choice("kind", filter, [["", "all kinds"], ...kinds.map((name) => [name, name])]);
const count = element("p", { id: "count", role: "status" });

function side(title, name, { place, row, words } = {}) {
  return element("div", { class: name }, element("dt", {}, title), element("dd", {},
    place ? [words ? element("p", {}, words) : "", row ? element("pre", { tabindex: "0", "aria-label": `${title}, the line` }, row) : "",
      element("p", { class: "place" }, place)] : element("p", { class: "note" }, "It is not there.")));
}

function shown(model, change) {
  const node = element("article", { class: `change${change.isGrave ? " breaking" : ""}` },
    element("p", {}, element("span", { class: "whom" }, change.label),
      element("span", { class: "said" }, element("code", {}, change.part || model.title), ` ${change.said}`), element("code", { class: "place" }, change.kind)),
    element("dl", {}, side(data.sides[0], "was", change.was ?? {}), side(data.sides[1], "now", change.now ?? {})));
  const words = [model.title, change.part, change.said, change.kind, change.was?.place ?? "", change.now?.place ?? ""];
  return { node, change, text: words.join("\n").toLowerCase() };
}

const groups = data.models.map((model) => {
  const changes = model.changes.map((change) => shown(model, change));
  const node = element("section", { class: "model" },
    element("h3", {}, `${model.title} `, element("small", {}, `(${model.use})`)), changes.map((change) => change.node));
  return { node, changes, isGrave: model.changes.some((change) => change.isGrave) };
});

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.id));
  let many = 0;
  for (const group of groups) {
    let some = 0;
    for (const { node, change, text } of group.changes) {
      node.hidden = !(change.marks.some((mark) => wanted.has(mark)) && (!kind.value || kind.value === change.kind)
        && words.every((word) => text.includes(word)));
      some += !node.hidden;
    }
    group.node.hidden = some === 0;
    many += some;
  }
  for (const part of parts) part.node.hidden = part.groups.every((group) => group.node.hidden);
  count.textContent = `${many} shown`;
}

const part = (title, some) => ({ groups: some, node: element("section", { hidden: !some.length }, element("h2", {}, title), some.map((group) => group.node)) });
const parts = [part(data.parts[0], groups.filter((group) => group.isGrave)),
  part(data.parts[1], groups.filter((group) => !group.isGrave))];

document.body.append(
  element("header", {}, element("h1", {}, data.heading), element("p", {}, "From ", element("code", {}, data.old), " to ",
    element("code", {}, data.new), `: ${data.summary}.`), data.incomplete ? element("p", { class: "mark" }, data.incomplete) : "",
    element("form", { submit: (event) => event.preventDefault() }, labelled("Search", search),
      element("fieldset", {}, element("legend", {}, "Show what"), boxes.map((box) => element("label", {}, box, element("span", {}, data.filters[box.id])))),
      labelled("Kind", kind), themes(), count)),
  element("main", { id: "main" }, parts.map((each) => each.node)));
filter();
