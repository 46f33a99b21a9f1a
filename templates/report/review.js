
// The review: the models that have changed, those first that break code, and filters above them.

const WHOM = { senders: "Breaks senders", receivers: "Breaks receivers", importers: "Breaks importers", nobody: "Breaks nobody" };

const search = searchable(element("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", input: filter }));
const boxes = Object.keys(WHOM).map((whom) => element("input", { type: "checkbox", id: whom, checked: true, change: filter }));
const kinds = [...new Set(data.models.flatMap((model) => model.changes.map((change) => change.kind)))].sort();
const kind = choice("kind", filter, [["", "all kinds"], ...kinds.map((name) => [name, name])]);
const count = element("p", { id: "count", role: "status" });

function side(title, name, { place, row, words } = {}) {
  return element("div", { class: name }, element("dt", {}, title), element("dd", {},
    place ? [words ? element("p", {}, words) : "", row ? element("pre", { tabindex: "0", "aria-label": `${title}, the line of the docs` }, row) : "",
      element("p", { class: "place" }, place)] : element("p", { class: "note" }, "It is not there.")));
}

function shown(model, change) {
  const isBreaking = change.breaks.length > 0;
  const node = element("article", { class: `change${isBreaking ? " breaking" : ""}` },
    element("p", {}, element("span", { class: "whom" }, `breaks ${change.breaks.length === 3 ? "everybody" : change.breaks.join(" and ") || "nobody"}`),
      element("span", { class: "said" }, element("code", {}, change.part || model.title), ` ${change.said}`), element("code", { class: "place" }, change.kind)),
    element("dl", {}, side("Before", "was", change.was ?? {}), side("After", "now", change.now ?? {})));
  const words = [model.title, change.part, change.said, change.kind, change.was?.place ?? "", change.now?.place ?? ""];
  return { node, change, text: words.join("\n").toLowerCase() };
}

const groups = data.models.map((model) => {
  const changes = model.changes.map((change) => shown(model, change));
  const node = element("section", { class: "model" },
    element("h3", {}, `${model.title} `, element("small", {}, `(${model.use})`)), changes.map((change) => change.node));
  return { node, changes, isBreaking: model.changes.some((change) => change.breaks.length) };
});

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.id));
  let many = 0;
  for (const group of groups) {
    let some = 0;
    for (const { node, change, text } of group.changes) {
      const whom = change.breaks.length ? change.breaks : ["nobody"];
      node.hidden = !(whom.some((each) => wanted.has(each)) && (!kind.value || kind.value === change.kind)
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
const parts = [part("Models with breaking changes", groups.filter((group) => group.isBreaking)),
  part("Models whose changes break nobody", groups.filter((group) => !group.isBreaking))];

document.body.append(
  element("header", {}, element("h1", {}, "Changes in the models"), element("p", {}, "From ", element("code", {}, data.old), " to ",
    element("code", {}, data.new), `: ${data.summary}.`), data.incomplete ? element("p", { class: "mark" }, data.incomplete) : "",
    element("form", { submit: (event) => event.preventDefault() }, labelled("Search", search),
      element("fieldset", {}, element("legend", {}, "Show what"), boxes.map((box) => element("label", {}, box, element("span", {}, WHOM[box.id].toLowerCase())))),
      labelled("Kind", kind), themes(), count)),
  element("main", { id: "main" }, parts.map((each) => each.node)));
filter();
