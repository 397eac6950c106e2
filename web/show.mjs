// What is seen: an answer of the worker as headings, lists and a table, in the words of words.json.
export const $ = id => document.getElementById(id);
const AT_ONCE = 300;

export const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);

const made = (tag, text, name = "") => Object.assign(document.createElement(tag), { textContent: text, className: name });

export const wordAll = (words, lang) => {
  document.documentElement.lang = lang;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const one of document.querySelectorAll("nav button")) one.setAttribute("aria-pressed", String(one.lang === lang));
  const version = document.querySelector("meta[name=version]").content;
  $("version").textContent = fill(words.version, { version });
};

const listed = (list, items) => list.replaceChildren(...items.map(({ place, text }) => {
  const item = made("li", "");
  item.append(made("strong", place), ` ${text}`);
  return item;
}));

const optioned = (select, options) => {
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => Object.assign(made("option", text), { value })));
  select.value = options.some(([value]) => value === before) ? before : "";
};

const share = ({ done, of }) => (of ? `${Math.floor((100 * done) / of)} % (${done}/${of})` : "–");

export const showResult = (answer, words) => {
  const { document: whole, areas, edits, completeness, untied, lines, notes } = answer;
  $("file-name").textContent = answer.name;
  $("lines").replaceChildren(...[...lines, ...notes].map(line => made("p", line)));
  $("refreshing").hidden = answer.kind === "report";
  $("edited").hidden = !whole.edits;
  $("edits").textContent = fill(words.edits, { count: edits.length });
  listed($("edit-list"), edits);
  $("untied").hidden = !untied.length;
  listed($("untied-list"), untied);
  $("complete").hidden = !completeness.length;
  $("shares").replaceChildren(...completeness.map(one => {
    const row = made("tr", "");
    row.append(Object.assign(made("th", one.area), { scope: "row" }),
      ...[one.filled, one.checked, one.explained].map(part => made("td", share(part), "number")));
    return row;
  }));
  const found = areas.flatMap(area => area.findings);
  const kinds = Object.entries(answer.severities).filter(([kind]) => found.some(one => one.severity === kind));
  optioned($("kind"), [["", words.all], ...kinds]);
  optioned($("area"), [["", words.all], ...areas.filter(area => area.name).map(area => [area.name, area.name])]);
  $("filter").hidden = !found.length;
  showFindings(answer, words);
};

const wanted = (answer, words) => {
  const kind = $("kind").value, area = $("area").value, word = $("word").value.trim().toLocaleLowerCase();
  const isWanted = one => (!kind || one.severity === kind)
    && (!word || `${one.place} ${one.message} ${one.explanation ?? ""}`.toLocaleLowerCase().includes(word));
  return answer.areas
    .filter(one => !area || one.name === area)
    .map(one => ({ name: one.name || words.whole, findings: one.findings.filter(isWanted) }))
    .filter(one => one.findings.length);
};

const placed = place => { // a line may end after the sheet's name
  const at = place.lastIndexOf("!") + 1;
  const shown = made("p", place.slice(0, at), "place");
  shown.append(document.createElement("wbr"), place.slice(at));
  return shown;
};

const findingItem = (one, answer, words) => {
  const item = made("li", "", one.severity);
  item.tabIndex = -1; // where a reader goes on after asking for more
  const kind = one.explanation ? `${answer.severities[one.severity]}, ${words.explained}` : answer.severities[one.severity];
  item.append(made("p", kind, "kind"), placed(one.place), made("p", one.message, "said"));
  if (one.explanation) item.append(made("p", one.explanation, "why"));
  return item;
};

/** Shows the findings that the filter lets through, the first of them at once, all when asked. */
export const showFindings = (answer, words, most = AT_ONCE) => {
  const areas = wanted(answer, words);
  const all = answer.areas.reduce((sum, one) => sum + one.findings.length, 0);
  let left = most, shown = 0;
  const parts = [];
  for (const area of areas) {
    const some = area.findings.slice(0, left);
    left -= some.length;
    shown += some.length;
    if (!some.length) break;
    const list = made("ul", "", "findings");
    list.append(...some.map(one => findingItem(one, answer, words)));
    parts.push(made("h4", `${area.name} (${area.findings.length})`), list);
  }
  $("found").replaceChildren(...parts);
  $("shown").textContent = all ? fill(words.shown, { shown, of: all }) : words.no_findings;
  $("more").hidden = shown === areas.reduce((sum, one) => sum + one.findings.length, 0);
};
