// The page: takes a file from the person, has the worker check or refresh it, offers the result.
import { $, fill, showFindings, showResult, wordAll } from "./show.mjs";

const LANGUAGES = ["fi", "sv", "en"];
const all = await (await fetch("words.json")).json();
const asked = new URLSearchParams(location.search).get("lang");
let lang = LANGUAGES.includes(asked) ? asked : "fi";
let words = all[lang];
let file = null; // as it is now: { name, bytes }
let answer = null;
let said = ["loading", {}];
let isStale = false; // a newer version has taken over what is kept

const say = (word, facts = {}) => { said = [word, facts]; $("status").textContent = fill(words[word], facts); };

// Made of a blob, so that the page's own content policy holds in the worker whatever the server sends.
const source = `import ${JSON.stringify(new URL("worker.mjs", location.href).href)};`;
const started = () => {
  const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const made = new Worker(blob, { type: "module" });
  made.onmessage = ({ data }) => heard(data);
  made.onerror = event => broken(event.message || "worker");
  return made;
};

const busy = is => {
  $("working").hidden = !is;
  $("file").disabled = is;
  for (const one of document.querySelectorAll("#refreshing button, nav button")) one.disabled = is;
  $("result").setAttribute("aria-busy", String(is));
};

const broken = reason => {
  busy(false);
  const hadOpened = "readyAfter" in document.body.dataset;
  const word = hadOpened ? words.stopped : words.broken;
  $("trouble").textContent = fill(word, { reason: reason.trim().split("\n").pop() });
  document.body.dataset.state = "broken";
  if (!hadOpened) return;
  worker.terminate();
  worker = started();
  say("cancelled");
};

const heard = data => {
  if (data.ready) {
    document.body.dataset.state = "ready";
    document.body.dataset.readyAfter = String(Math.round(performance.now()));
    if (said[0] === "loading") say("ready");
    keep();
  }
  if (data.broken) broken(data.broken);
  if (data.progress) {
    Object.assign($("bar"), { max: data.progress.of, value: data.progress.done });
    $("step").textContent = fill(words.progress, data.progress);
  }
  if (data.answer !== undefined) answered(data);
};

const answered = ({ act, answer: got, bytes }) => {
  busy(false);
  if (got === null) { // the worker was stopped since: what it knew is asked anew
    if (file) ask("check", "checking");
    return;
  }
  const isAgain = act === "again";
  $("trouble").textContent = got.error ?? "";
  $("fault").hidden = !got.log;
  $("log").textContent = got.log;
  if (got.error) {
    say("undone", { name: got.name });
    [answer, $("result").hidden] = [null, true];
  } else {
    answer = got;
    if (!isAgain) say(act === "refresh" ? "refreshed" : "checked", { name: got.name });
    if (bytes) offer(got.name, bytes);
    $("result").hidden = false;
    showResult(answer, words);
    if (!isAgain) $("file-name").focus();
  }
  document.body.dataset.state = "answered";
};

const offer = (name, bytes) => {
  file = { name, bytes };
  const save = $("save");
  URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  save.download = name;
  save.textContent = fill(words.save, { name });
  $("kept").hidden = false;
};

const ask = (act, word) => {
  $("trouble").textContent = "";
  document.body.dataset.state = "working";
  $("bar").removeAttribute("value");
  $("step").textContent = "";
  busy(true);
  say(word, { name: file.name });
  worker.postMessage({ act, name: file.name, bytes: file.bytes, lang, clerk: $("clerk").value.trim() });
};

const take = async chosen => {
  if (!chosen || !$("working").hidden) return;
  const bytes = await chosen.arrayBuffer().catch(() => null); // a folder, or no right to read
  if (bytes === null) {
    $("trouble").textContent = fill(words.unreadable, { name: chosen.name });
    return;
  }
  file = { name: chosen.name.replaceAll("/", "_"), bytes };
  answer = null;
  $("result").hidden = $("kept").hidden = true;
  for (const id of ["kind", "area", "word"]) $(id).value = "";
  ask("check", "checking");
};

const speak = wanted => {
  [lang, words] = [wanted, all[wanted]];
  wordAll(words, lang);
  say(...said);
  $("missing").textContent = $("missing").textContent && words.name_missing;
  if (!$("kept").hidden) $("save").textContent = fill(words.save, { name: file.name });
  if (answer || $("trouble").textContent) worker.postMessage({ act: "again", lang });
};

// A new version that was fetched during an earlier visit takes over before anything is opened.
const keep = async () => {
  if (!navigator.serviceWorker) return;
  const kept = await navigator.serviceWorker.register("service-worker.js", { updateViaCache: "none" });
  if (!kept.waiting || file) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    isStale = true;
    if (!file) location.reload();
  });
  kept.waiting.postMessage("take over");
};

wordAll(words, lang);
say("loading");
let worker = started();
$("file").addEventListener("change", event => { take(event.target.files[0]); event.target.value = ""; });
$("cancel").addEventListener("click", () => {
  worker.terminate();
  if (isStale) return location.reload();
  worker = started();
  busy(false);
  say("cancelled");
  document.body.dataset.state = "cancelled";
  $("file").focus();
});
$("refreshing").addEventListener("submit", event => {
  event.preventDefault();
  const isNamed = Boolean($("clerk").value.trim());
  $("missing").textContent = isNamed ? "" : words.name_missing;
  $("clerk").setAttribute("aria-invalid", String(!isNamed));
  if (isNamed) ask("refresh", "refreshing");
  else $("clerk").focus();
});
$("filter").addEventListener("submit", event => event.preventDefault());
$("filter").addEventListener("input", () => showFindings(answer, words));
$("more").addEventListener("click", () => {
  const shown = document.querySelectorAll("#found li").length;
  showFindings(answer, words, Infinity);
  document.querySelectorAll("#found li")[shown]?.focus();
});
for (const one of document.querySelectorAll("nav button")) one.addEventListener("click", () => speak(one.lang));
for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, event => {
  event.preventDefault();
  $("drop").classList.toggle("over", kind === "dragover");
  if (kind === "drop") take(event.dataTransfer.files[0]);
});
