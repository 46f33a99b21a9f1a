"use strict";
// What both pages use. Text gets into the page as text only: nothing here parses HTML.

const data = JSON.parse(document.getElementById("data").textContent);

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children; a text becomes a text node, and what is nothing is left out. */
function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** As `element`, in a drawing. */
function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ""));
  return node;
}

/** A table whose cells know their headings, so that a narrow screen can show them one below the other. */
function table(label, headings, rows) {
  const head = element("tr", {}, headings.map((text) => element("th", { scope: "col" }, text)));
  const cells = (row) => row.map((cell, at) =>
    element(at ? "td" : "th", at ? { "data-label": headings[at] } : { scope: "row" }, cell));
  return element("table", { "aria-label": label }, element("thead", {}, head),
    element("tbody", {}, rows.map((row) => element("tr", {}, cells(row)))));
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** A control with its label. */
function labelled(text, control) {
  return element("label", {}, element("span", {}, text), control);
}

function choice(id, change, options) {
  return element("select", { id, change }, options.map(([value, text]) => element("option", { value }, text)));
}

/** The switch between light and dark: it is remembered where the browser lets pages do so. */
function themes() {
  const root = document.documentElement;
  const remember = (theme) => { try { localStorage.setItem("docmodels-theme", theme); } catch { /* not allowed */ } };
  const set = (theme) => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };
  const control = choice("theme", () => { set(control.value); remember(control.value); },
    [["", "as the system"], ["light", "light"], ["dark", "dark"]]);
  try { control.value = localStorage.getItem("docmodels-theme") ?? ""; } catch { /* not allowed */ }
  if (control.selectedIndex < 0) control.value = "";
  set(control.value);
  return labelled("Theme", control);
}

/** `/` goes to the search, from wherever nothing is typed. */
function searchable(input) {
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
  return input;
}
