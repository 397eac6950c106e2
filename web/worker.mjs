// The worker: Python with tpxl. A file's bytes and what to do come in; progress and an answer go out.
import { loadPyodide } from "./pyodide.mjs";

const home = new URL("./", import.meta.url).href;
const FOLDER = "/files";
const bytesOf = async name => {
  const got = await fetch(home + name);
  if (!got.ok) throw new Error(`${name}: ${got.status}`);
  return new Uint8Array(await got.arrayBuffer());
};

const opened = (async () => {
  const program = bytesOf("program.zip");
  const python = await loadPyodide({ indexURL: home });
  python.unpackArchive(await program, "zip", { extractDir: "/site" });
  python.FS.mkdirTree(FOLDER);
  const desk = python.runPython(`
import gc, os, sys
sys.path.insert(0, "/site")
os.chdir("${FOLDER}")
gc.set_threshold(250_000)
from tpxl.web import Desk
Desk()
`);
  return { python, desk };
})();

let hasPdf = false;
const readyFor = async (python, name) => {
  if (hasPdf || !/\.pdf$/i.test(name)) return;
  python.unpackArchive(await bytesOf("pdf.zip"), "zip", { extractDir: "/site" });
  hasPdf = true;
};

let told = 0;
const tell = (done, of, sheet) => {
  if (performance.now() - told < 50) return;
  told = performance.now();
  postMessage({ progress: { done, of, sheet } });
};

const ACTS = {
  check: ({ desk }, { name, lang }) => desk.check(name, lang, tell),
  refresh: ({ desk }, { name, lang, clerk }) => desk.refresh(name, lang, clerk, tell),
  again: ({ desk }, { lang }) => desk.again(lang),
};

const work = async wish => {
  const tools = await opened;
  if (wish.bytes) {
    await readyFor(tools.python, wish.name);
    tools.python.FS.writeFile(`${FOLDER}/${wish.name}`, new Uint8Array(wish.bytes));
  }
  const answer = JSON.parse(ACTS[wish.act](tools, wish));
  const isWritten = wish.act === "refresh" && answer.error === null;
  const bytes = isWritten ? tools.python.FS.readFile(`${FOLDER}/${wish.name}`) : null;
  postMessage({ act: wish.act, answer, bytes }, bytes ? [bytes.buffer] : []);
};

opened.then(
  ({ python }) => {
    postMessage({ ready: true });
    python.runPython("import jsonschema"); // what most books need soon, while a person looks for a file
  },
  error => postMessage({ broken: String(error.message || error) }),
);
let last = opened;
onmessage = ({ data }) => {
  last = last.then(() => work(data)).catch(error => postMessage({ broken: String(error.message || error) }));
};
