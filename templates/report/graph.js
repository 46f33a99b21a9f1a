
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
