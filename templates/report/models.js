
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
  presence: ["with fields whose presence is not said", (model) => model.fields?.some((field) => field.presence?.startsWith("not said"))],
  deprecated: ["deprecated", (model) => model.deprecated || model.fields?.some((field) => field.deprecated)],
  alone: ["that nothing refers to", (model) => !referrers[numbers.get(model.key)].length],
};

/** The number of the model that the address names; undefined for the overview. */
function current() {
  try { return numbers.get(decodeURIComponent(location.hash.slice(1))); } catch { return undefined; /* nobody made it here */ }
}
