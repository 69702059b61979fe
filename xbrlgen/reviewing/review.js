"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const MOST_LINKS = 12;
const PROBLEMS = new Set(["refused", "question", "repaired"]);
const WORDS = {
  "proved": ["✓", "proved", "#1b7837", "a fact, and arithmetic with other printed numbers confirms it"],
  "tagged": ["●", "tagged", "repeating-linear-gradient(45deg,#2166ac 0 4px,#5b92cb 4px 6px)", "a fact that no arithmetic confirms"],
  "repeats": ["↺", "repeats", "#92b4d8", "prints a fact again that is tagged elsewhere"],
  "repaired": ["✎", "repaired", "#762a83", "a fact, or one printed again, whose damaged print was mended by what proves it"],
  "question": ["?", "question", "#f2c744", "no fact yet: several concepts may be meant; decide it"],
  "refused": ["✕", "refused", "#b2182b", "no fact: damaged or contradicted, and nothing proves what it should be"],
  "unmapped": ["○", "no concept", "#c4c4c4", "no fact: nothing is known that it could be"],
  "not-a-fact": ["·", "not a fact", "#dddddd", "a date, page, phone number, note mark and the like"],
};
// How the terms of a claim are joined, where it isn't by adding: the first of them, and the others.
const JOINED = { "ratio": ["", "÷"], "growth rate": ["to", "from"], "same amount on two statements": ["is", "is"], "same fact printed again": ["is", "is"] };
const state = { current: -1, off: new Set(["not-a-fact"]), statement: "", search: "", spans: new Map(), shown: [], choices: new Map() };
let release = null;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) element.append(child);
  return element;
}

function factsOf(figure) { return figure.facts.map((id) => data.facts[id]).filter(Boolean); }

function words(figure) {
  const concepts = factsOf(figure).map((fact) => fact.concept + " " + fact.label).join(" ");
  return [figure.print, figure.label, figure.section, figure.where, concepts, figure.value].join(" ").toLowerCase();
}

function select() {
  const needle = state.search.trim().toLowerCase();
  state.shown = data.figures.filter((figure) => !state.off.has(figure.state)
    && (state.statement === "" || String(figure.statement) === state.statement)
    && (needle === "" || words(figure).includes(needle)));
  const kept = new Set(state.shown.map((figure) => figure.id));
  for (const [id, spans] of state.spans) for (const span of spans) span.classList.toggle("xg-dim", !kept.has(id));
  $("hits").textContent = `${state.shown.length} of ${data.figures.length} figures`;
}

function header() {
  $("title").textContent = data.title;
  const total = data.figures.length - (data.counts["not-a-fact"] || 0);
  const covered = ["proved", "tagged", "repeats", "repaired"].reduce((sum, name) => sum + (data.counts[name] || 0), 0);
  const share = (part) => Math.floor(1000 * part) / 10 + "%";
  $("shares").textContent = `us-gaap ${data.year} · coverage ${total ? share(covered / total) : "–"} of ${total} figures · `
    + `proved ${share(data.proved)} of the numbers in tables · ${data.findings.length} finding${data.findings.length === 1 ? "" : "s"}`;
  for (const name of data.states) {
    const count = data.counts[name] || 0;
    if (!count) continue;
    const [sign, word, colour, meaning] = WORDS[name];
    if (name !== "not-a-fact") $("bar").append(make("span", { style: `flex:${count} 0 3px;background:${colour}`, title: `${word}: ${count}` }));
    const box = make("input", { type: "checkbox", value: name });
    box.checked = !state.off.has(name);
    const label = make("label", { class: box.checked ? "" : "off", title: meaning }, box, `${sign} `, make("span", { class: `xg-${name}` }, word), ` ${count}`);
    box.addEventListener("change", () => {
      if (box.checked) state.off.delete(name); else state.off.add(name);
      label.classList.toggle("off", !box.checked);
      select();
    });
    $("filters").append(label);
  }
  for (const one of data.statements) $("statement").append(make("option", { value: one.index }, one.title));
  $("statement").append(make("option", { value: "-1" }, "sentences"));
}

function link(number, text) {
  return number === null || number === undefined ? text : make("button", { class: "go", onclick: () => show(number) }, text);
}

function joint(identity, term, index) {
  const words = JOINED[identity.kind];
  if (words) return (index ? words[1] : words[0]) + (term.weight < 0 && words[0] === "is" ? " −" : "");
  return term.weight < 0 ? "−" : "+";
}

function amount(operand) {
  const figure = data.figures[operand.figure], unit = figure?.unit;
  if (operand.value === null || operand.value === undefined) return "?";
  if (unit === "pure") return figure.print.includes("%") ? `${operand.value} (${figure.print})` : operand.value;
  return unit ? `${operand.value} ${unit}` : operand.value;
}

// What tells the numbers of a claim apart where their labels don't.
function apart(identity) {
  const told = [identity.total, ...identity.terms].map((one) => data.figures[one.figure]).filter(Boolean);
  return ["period", "where"].filter((name) => new Set(told.map((figure) => figure[name])).size > 1);
}

function operand(one, differs) {
  const figure = data.figures[one.figure];
  const told = (name) => name === "where" && figure.statement === -1 ? "in a sentence" : figure[name];
  const small = figure ? differs.map(told).filter(Boolean).join(" · ") : "";
  return make("td", {}, link(one.figure, one.label), small ? make("small", {}, small) : null);
}

function remainder(identity) {
  const off = identity.outcome !== "holds";
  if (identity.computed === null || (!off && Number(identity.difference.replaceAll(",", "")) === 0)) return null;
  return make("tr", { class: off ? "diff" : "rounding" }, make("td", {}, off ? "≠" : "≈"),
    make("td", {}, off ? `computed ${identity.computed}; off by` : `computed ${identity.computed}; rounding explains`), make("td", { class: "n" }, identity.difference));
}

function sum(identity, me) {
  const differs = apart(identity);
  const rows = identity.terms.map((term, index) => make("tr", { class: term.figure === me ? "me" : "" },
    make("td", {}, joint(identity, term, index)), operand(term, differs), make("td", { class: "n" }, amount(term))));
  const sign = { "fails": "✕", "holds": "✓" }[identity.outcome] || "○";
  return make("div", { class: identity.outcome === "can't be judged" ? "unjudged" : identity.outcome },
    make("p", {}, `${sign} ${identity.kind}: ${identity.outcome}`, identity.reason ? ` — ${identity.reason}` : ""),
    make("table", { class: "sum" }, make("tbody", {}, rows,
      make("tr", { class: "total" + (identity.total.figure === me ? " me" : "") }, make("td", {}, "="),
        operand(identity.total, differs), make("td", { class: "n" }, amount(identity.total))),
      remainder(identity))));
}

function describe(list) {
  return make("dl", {}, list.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function accuracy(decimals) {
  if (decimals === null) return "exact";
  const words = decimals < 0 ? `to the nearest ${(10 ** -decimals).toLocaleString("en-US")}` : decimals === 0 ? "to the whole unit" : `to ${decimals} digits after the point`;
  return `${words} (decimals ${decimals})`;
}

function factBox(figure, fact) {
  const chosen = state.choices.get(fact.printed || figure.label);
  const options = [[fact.concept, fact.confidence], ...fact.runnersUp];
  const pick = make("select", { "aria-label": "Concept" },
    options.map(([name, score]) => make("option", { value: name }, score === null ? name : `${name}  (${Math.round(100 * score)}%)`)));
  pick.value = chosen || fact.concept;
  pick.addEventListener("change", () => choose(fact.printed || figure.label, pick.value, fact.concept));
  return make("div", {}, make("h3", {}, fact.own ? "Concept of the company's own" : "Concept"),
    make("p", {}, make("code", {}, fact.concept), make("br"), fact.label),
    describe([
      ["Type", `${fact.type}${fact.balance ? ", " + fact.balance : ""}, ${fact.periodType}`],
      ...[["Period", fact.period, figure.period], ["Unit", fact.unit, figure.unit], ["Value", fact.value ?? "nil", figure.value]]
        .filter(([, told, printed]) => told !== printed), ["Accuracy", fact.unit === "" ? "" : accuracy(fact.decimals)],
      ["Dimensions", fact.dimensions.map(([axis, member]) => `${axis} = ${member}`).join("; ")],
      ["Confidence", fact.confidence === null ? "" : Math.round(100 * fact.confidence) + "%"],
    ]),
    fact.reasons.length ? make("ul", {}, fact.reasons.map((reason) => make("li", {}, reason))) : null,
    make("p", {}, "Change to: ", pick));
}

function question(figure) {
  const asked = data.findings.find((finding) => finding.code === "tagging.question" && finding.figures.includes(figure.id));
  if (!asked) return null;
  const key = /^"((?:[^"\\]|\\.)*)" = /.exec(asked.profile);
  const label = key ? JSON.parse(`"${key[1]}"`) : figure.label;
  const advised = /= "([^"]*)"$/.exec(asked.profile)?.[1] || "";
  const input = make("input", { type: "text", "aria-label": "Concept", list: "candidates", value: state.choices.get(label) || advised, size: 40 });
  const said = make("p", { role: "status" });
  const button = make("button", { onclick: () => {
    if (!input.value.trim()) return;
    choose(label, input.value.trim(), "");
    said.textContent = "✓ kept under Profile; save it there";
  } }, "Take this concept");
  return make("div", { class: "finding warning" }, make("p", {}, asked.message),
    make("p", {}, make("label", {}, "Decide it: ", input), " ", button), said,
    make("datalist", { id: "candidates" }, asked.candidates.map((name) => make("option", { value: name }))));
}

function show(number) {
  const figure = data.figures[number];
  if (!figure) return;
  for (const id of [state.current, ...(state.kin || [])]) for (const span of state.spans.get(id) || []) span.classList.remove("xg-on", "xg-kin");
  state.current = number;
  const identities = (figure.identities || []).map((i) => data.identities[i]);
  state.kin = identities.filter((one) => one.total.statement !== -1).flatMap((one) => [one.total, ...one.terms].map((each) => each.figure)).filter((id) => id !== number && id !== null);
  for (const id of state.kin) for (const span of state.spans.get(id) || []) span.classList.add("xg-kin");
  const spans = state.spans.get(number) || [];
  for (const span of spans) span.classList.add("xg-on");
  if (spans.length) spans[0].scrollIntoView({ block: "center", inline: "nearest" });
  const [sign, word] = WORDS[figure.state];
  const order = { "fails": 0, "can't be judged": 1, "holds": 2 };
  identities.sort((a, b) => order[a.outcome] - order[b.outcome]);
  const own = data.findings.filter((finding) => finding.figures.includes(number) && finding.code !== "tagging.question");
  $("figure").replaceChildren(
    make("h2", {}, figure.print, " ", make("span", { class: `state s-${figure.state}` }, `${sign} ${word}`)),
    describe([["Says", figure.label], ["Under", figure.section], ["In", figure.where], ["Period", figure.period], ["Value", figure.value],
      ["Unit", figure.unit], ["Place", `line ${figure.line}${figure.cell ? ", " + figure.cell : ""}`], ["Why", figure.reason],
      ["Repair", figure.repair], ["Doubt", figure.doubt]]),
    question(figure) || "",
    ...factsOf(figure).map((fact) => factBox(figure, fact)),
    ...own.map(findingBox),
    identities.length ? make("h3", {}, `Arithmetic (${identities.length})`) : "",
    ...identities.map((identity) => sum(identity, number)), legend(false));
  $("figure").scrollTop = 0;
  tab("figure");
}

function legend(open) {
  const present = data.states.filter((name) => data.counts[name]);
  return make("details", { class: "legend", open }, make("summary", {}, "How figures are marked"),
    make("dl", {}, present.flatMap((name) => [make("dt", {}, `${WORDS[name][0]} `, make("span", { class: `xg-${name}` }, WORDS[name][1])), make("dd", {}, WORDS[name][3])]),
      make("dt", {}, "coverage"), make("dd", {}, "the share of the figures, apart from what is not a fact, that are a fact or repeat one"),
      make("dt", {}, "proved %"), make("dd", {}, "the share of all numbers in tables that arithmetic confirms, percent columns too")));
}

function findingBox(finding) {
  const reached = finding.figures.map((id) => data.figures[id]);
  return make("div", { class: `finding ${finding.severity}` },
    make("p", {}, make("b", {}, finding.severity === "info" ? "note" : finding.severity), " ", make("code", {}, finding.code)),
    make("p", {}, finding.message), finding.remedy ? make("p", { class: "fix" }, "→ ", finding.remedy) : null,
    finding.where ? make("p", {}, finding.where) : null,
    reached.length ? make("p", { class: "goto" }, "See ", reached.slice(0, MOST_LINKS).map((figure, i) => [i ? ", " : "", link(figure.id, figure.print)]).flat(),
      reached.length > MOST_LINKS ? ` and ${reached.length - MOST_LINKS} more` : "") : null);
}

function step(by, wanted) {
  const list = wanted ? data.figures.filter(wanted) : state.shown;
  if (!list.length) return;
  const ahead = by > 0 ? list.find((figure) => figure.id > state.current) : list.filter((figure) => figure.id < state.current).pop();
  show((ahead || (by > 0 ? list[0] : list[list.length - 1])).id);
}

const nextProblem = () => step(1, (figure) => PROBLEMS.has(figure.state)
  || (figure.identities || []).some((i) => data.identities[i].outcome === "fails"));

function tab(name) {
  for (const button of document.querySelectorAll("[role=tab]")) {
    const on = button.getAttribute("aria-controls") === name;
    button.setAttribute("aria-selected", on);
    button.tabIndex = on ? 0 : -1;
    $(button.getAttribute("aria-controls")).hidden = !on;
  }
}

// The first printed figure of each fact, and the first fact of each concept.
function whereabouts() {
  const figures = new Map(), facts = new Map();
  for (const figure of data.figures) for (const id of figure.facts) if (!figures.has(id)) figures.set(id, figure.id);
  for (const [id, fact] of Object.entries(data.facts)) if (!facts.has(fact.concept)) facts.set(fact.concept, id);
  return { figures, facts };
}

function calculation(each, known) {
  const value = (id) => make("td", { class: "n" }, id ? link(known.figures.get(id), data.facts[id].value) : "");
  const name = (concept) => make("td", { title: concept }, data.facts[known.facts.get(concept)]?.label || concept);
  const heading = (column) => {
    const fact = data.facts[column.total];
    return make("th", { scope: "col" }, fact.period.split(" to ").map((day, i) => make("span", {}, i ? `to ${day}` : day)), make("small", {}, [fact.unit, ...fact.dimensions.map(([, member]) => member.split(":").pop())].join(" · ")));
  };
  const off = each.columns.some((column) => column.off);
  const rows = each.terms.map(([concept, weight], i) => make("tr", {}, make("td", {}, weight < 0 ? "−" : "+"), name(concept), each.columns.map((column) => value(column.terms[i]))));
  return make("div", { class: `wide ${off ? "fails" : "holds"}` }, make("table", { class: "sum" },
    make("thead", {}, make("tr", {}, make("td", {}, off ? "✕" : "✓"), make("td", {}), each.columns.map(heading))),
    make("tbody", {}, rows, make("tr", { class: "total" }, make("td", {}, "="), name(each.total), each.columns.map((column) => value(column.total))),
      off ? make("tr", { class: "diff" }, make("td", {}, "≠"), make("td", {}, "off by"), each.columns.map((column) => make("td", { class: "n" }, column.off))) : null)));
}

function trees() {
  const broken = data.identities.filter((one) => one.outcome === "fails");
  const known = whereabouts();
  $("tree").append(make("h3", {}, broken.length ? `Printed sums that fail (${broken.length})` : "Every printed sum that could be judged holds"));
  $("tree").append(...broken.map((one) => sum(one, -1)));
  const failing = new Set(broken.flatMap((one) => data.figures[one.total.figure] ? factsOf(data.figures[one.total.figure]).map((fact) => fact.concept) : []));
  for (const network of data.networks) {
    const judged = network.sums.filter((each) => each.columns.length);
    const bad = new Set([...failing, ...judged.filter((each) => each.columns.some((column) => column.off)).map((each) => each.total)]);
    const sums = new Set(network.sums.map((each) => each.total));
    const sign = (concept) => bad.has(concept) ? "✕ " : sums.has(concept) ? "Σ " : "";
    const branch = (node) => make("li", {},
      make("span", { class: bad.has(node.concept) ? "bad" : "", title: node.concept }, sign(node.concept), link(known.figures.get(known.facts.get(node.concept)), node.label)),
      node.children.length ? make("ul", {}, node.children.map(branch)) : null);
    $("tree").append(make("h3", {}, network.definition), ...judged.map((each) => calculation(each, known)),
      make("details", { class: "tree", open: !judged.length }, make("summary", {}, "Order of presentation"), make("ul", {}, network.tree.map(branch))));
  }
}

function drawing(line, periods) {
  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  const add = (tag, attributes, text) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    svg.append(element);
  };
  const height = 22 * periods.length + 8;
  svg.setAttribute("viewBox", `0 0 560 ${height}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${line.label}: ${line.points.map((point, i) => `${periods[i]} ${point.text ?? "not printed"}`).join("; ")}`);
  const values = line.points.map((point) => Number(point.value ?? 0));
  const low = Math.min(0, ...values), high = Math.max(0, ...values), width = 230, left = 190;
  const x = (value) => left + width * (value - low) / ((high - low) || 1);
  line.points.forEach((point, i) => {
    const y = 22 * i + 4, value = values[i];
    add("text", { x: left - 8, y: y + 13, "text-anchor": "end" }, periods[i]);
    if (point.value !== null) add("rect", { x: Math.min(x(0), x(value)), y, width: Math.max(1, Math.abs(x(value) - x(0))), height: 16, fill: value < 0 ? "#fff" : "#2166ac", stroke: value < 0 ? "#b2182b" : "#2166ac", "stroke-dasharray": value < 0 ? "3 2" : "" });
    add("text", { x: left + width + 8, y: y + 13 }, point.text ?? "–");
  });
  return svg;
}

function unitOf(line) {
  const shown = line.points.map((point) => data.figures[point.figure]?.unit).find(Boolean);
  return shown && shown !== "pure" ? `in ${shown}` : "";
}

function charts() {
  for (const statement of data.statements) {
    if (!statement.chart.lines.length || statement.chart.periods.length < 2) continue;
    $("chart").append(make("h3", {}, statement.title));
    for (const line of statement.chart.lines) $("chart").append(make("p", {}, line.label, make("small", {}, unitOf(line))), drawing(line, statement.chart.periods));
  }
  if (!$("chart").childElementCount) $("chart").append(make("p", {}, "No statement shows several periods."));
}

function choose(label, concept, before) {
  if (concept === before) state.choices.delete(label); else state.choices.set(label, concept);
  const quoted = (text) => '"' + text.replaceAll("\\", "\\\\").replaceAll('"', '\\"') + '"';
  const lines = [...state.choices].sort().map(([name, value]) => `${quoted(name)} = ${quoted(value)}`);
  $("lines").value = lines.length ? ["[concepts]", ...lines, ""].join("\n") : "";
}

function save() {
  const url = "data:text/plain;charset=utf-8," + encodeURIComponent($("lines").value);
  make("a", { href: url, download: "xbrlgen.toml" }).click();
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "Escape") { event.target.blur?.(); tab("figure"); return; }
  if (typing) { if (event.key === "Enter" && event.target.id === "search") step(1); return; }
  const tabs = ["figure", "tree", "chart", "findings", "profile"];
  if (event.target.getAttribute?.("role") === "tab" && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
    const at = tabs.indexOf(event.target.getAttribute("aria-controls")) + (event.key === "ArrowRight" ? 1 : -1) + tabs.length;
    tab(tabs[at % tabs.length]);
    $(`tab-${tabs[at % tabs.length]}`).focus();
    return;
  }
  const actions = { j: () => step(1), k: () => step(-1), n: nextProblem, "/": () => $("search").focus() };
  const action = actions[event.key] || (tabs[Number(event.key) - 1] && (() => tab(tabs[Number(event.key) - 1])));
  if (action) { event.preventDefault(); action(); }
}

function ready() {
  release = $("release").contentDocument;
  if (!release || !release.body) return;
  for (const span of release.querySelectorAll("[data-f]")) {
    const number = Number(span.dataset.f);
    if (!state.spans.has(number)) state.spans.set(number, []);
    state.spans.get(number).push(span);
  }
  release.addEventListener("click", (event) => {
    const span = event.target.closest("[data-f]");
    if (span) { event.preventDefault(); show(Number(span.dataset.f)); }
    else if (event.target.closest("a")) event.preventDefault();
  });
  release.addEventListener("keydown", keys);
  select();
  document.body.dataset.ready = "yes";
}

header();
trees();
charts();
$("findings").append(...(data.findings.length ? [...data.findings].sort((a, b) => ["error", "inconsistency", "warning", "info"].indexOf(a.severity) - ["error", "inconsistency", "warning", "info"].indexOf(b.severity)).map(findingBox) : [make("p", {}, "No findings.")]));
$("figure").append(make("p", {}, "Choose a figure in the release, or press ", make("kbd", {}, "n"), " for the first problem."), legend(true));
tab("figure");
for (const button of document.querySelectorAll("[role=tab]")) button.addEventListener("click", () => tab(button.getAttribute("aria-controls")));
$("statement").addEventListener("change", (event) => { state.statement = event.target.value; select(); });
$("search").addEventListener("input", (event) => { state.search = event.target.value; select(); });
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
$("problem").addEventListener("click", nextProblem);
$("save").addEventListener("click", save);
$("clear").addEventListener("click", () => { state.choices.clear(); $("lines").value = ""; });
document.addEventListener("keydown", keys);
// On paper the release stands before the panels, as long as it is.
addEventListener("beforeprint", () => { if (release) $("release").style.height = `${release.documentElement.scrollHeight}px`; });
addEventListener("afterprint", () => { $("release").style.height = ""; });

if ($("release").contentDocument?.readyState === "complete" && $("release").contentDocument.querySelector("[data-f]")) ready();
else $("release").addEventListener("load", ready);
