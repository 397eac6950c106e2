// Compiles Python packages for the very Python that will run them: one zip of .pyc files and data.
// node compile.mjs FOLDER_OF_PYODIDE OUT.zip FILE.zip...
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [home, out, ...packages] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${home}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: home });
for (const file of packages)
  python.unpackArchive(new Uint8Array(fs.readFileSync(file)), "zip", { extractDir: "/site" });
python.runPython(`
import pathlib, py_compile, zipfile
site = pathlib.Path("/site")
EARLIEST = (1980, 1, 1, 0, 0, 0)
with zipfile.ZipFile("/out.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".py":
            compiled = path.with_suffix(".pyc")
            py_compile.compile(
                path, compiled, dfile=name, doraise=True, optimize=1,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            path, name = compiled, f"{name}c"
        entry = zipfile.ZipInfo(name, EARLIEST)
        packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
`);
fs.writeFileSync(out, python.FS.readFile("/out.zip"));
